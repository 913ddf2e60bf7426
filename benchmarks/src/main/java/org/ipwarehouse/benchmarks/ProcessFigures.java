package org.ipwarehouse.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** What this process has used since it was started, as the kernel counts it: all threads, start of the JVM included. */
record ProcessFigures(double cpuSeconds, double wallSeconds, long peakMegabytes) {
    private static final double TICKS_PER_SECOND = 100;

    static ProcessFigures now() {
        String[] stat = read("/proc/self/stat").replaceFirst("^.*\\) ", "").split(" ", -1);
        // fields 14 and 15 of proc(5), of which two were cut off with the command's name
        double cpu = (Long.parseLong(stat[11]) + Long.parseLong(stat[12])) / TICKS_PER_SECOND;
        Instant started = ProcessHandle.current().info().startInstant().orElseThrow();
        double wall = Duration.between(started, Instant.now()).toMillis() / 1000.0;
        return new ProcessFigures(cpu, wall, peak());
    }

    private static long peak() {
        return read("/proc/self/status")
                        .lines()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .map(line -> line.replaceAll("\\D", ""))
                        .mapToLong(Long::parseLong)
                        .max()
                        .orElse(0)
                / 1024;
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file), StandardCharsets.UTF_8);
        } catch (IOException notLinux) {
            throw new UncheckedIOException(notLinux);
        }
    }
}

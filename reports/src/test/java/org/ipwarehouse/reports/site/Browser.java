package org.ipwarehouse.reports.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real headless Chromium of this machine, if it has one. */
record Browser(Path program) {

    /** What a page became, and what the browser said and asked for on the way. */
    record Visit(String dom, String messages, String netLog) {}

    static Optional<Browser> find() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Browser::new);
    }

    Visit visit(Path page, Path scratch) throws IOException, InterruptedException {
        Path net = scratch.resolve("net.json");
        Path dom = scratch.resolve("dom.html");
        Path messages = scratch.resolve("messages.txt");
        run(
                List.of(
                        "--dump-dom",
                        "--enable-logging=stderr",
                        "--log-net-log=" + net,
                        page.toUri().toString()),
                scratch,
                dom,
                messages);
        return new Visit(Files.readString(dom), Files.readString(messages), Files.readString(net));
    }

    /** As {@link #visit}, with switches of the browser's own. */
    String dom(Path page, Path scratch, String... switches) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(switches));
        arguments.add("--dump-dom");
        arguments.add("--enable-logging=stderr");
        arguments.add(page.toUri().toString());
        Path dom = scratch.resolve("dom.html");
        run(arguments, scratch, dom, scratch.resolve("messages.txt"));
        return Files.readString(dom);
    }

    void print(Path page, Path pdf, Path scratch, String... switches) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(switches));
        arguments.addAll(List.of(
                "--print-to-pdf=" + pdf, "--no-pdf-header-footer", page.toUri().toString()));
        run(arguments, scratch, scratch.resolve("print.txt"), scratch.resolve("print-messages.txt"));
    }

    private void run(List<String> arguments, Path scratch, Path out, Path err)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + scratch.resolve("profile")));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(180, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("Chromium did not end: " + Files.readString(err, StandardCharsets.UTF_8));
        }
    }
}

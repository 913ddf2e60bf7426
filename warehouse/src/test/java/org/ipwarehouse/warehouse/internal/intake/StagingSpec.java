package org.ipwarehouse.warehouse.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class StagingSpec {
    private static final String ID = "-00000000-0000-0000-0000-000000000000";

    @TempDir
    Path work;

    @Test
    void A_folder_of_a_process_that_runs_is_left_and_gone_when_it_is_closed() throws IOException {
        Staging ours = Staging.within(work);
        Files.writeString(ours.folder("accepted").resolve("part"), "x");
        Staging.sweep(work);
        assertThat(ours.folder().resolve("accepted/part")).exists();
        ours.close();
        assertThat(ours.folder()).doesNotExist();
    }

    @Test
    void What_a_killed_process_left_is_swept() throws IOException {
        Path killed = left("p" + deadProcess() + "-1700000000000" + ID);
        // our number, but another start: a process before us had it
        Path reused = left("p" + ProcessHandle.current().pid() + "-1700000000000" + ID);
        Path foreign = left("somebody-elses");
        Staging.sweep(work);
        assertThat(killed).doesNotExist();
        assertThat(reused).doesNotExist();
        assertThat(foreign).exists();
    }

    @Test
    void Where_nothing_was_ever_staged_there_is_nothing_to_sweep() {
        Staging.sweep(work.resolve("never"));
        assertThat(work.resolve("never")).doesNotExist();
    }

    private Path left(String name) throws IOException {
        Path folder = Files.createDirectories(work.resolve("staging").resolve(name));
        Files.writeString(Files.createDirectories(folder.resolve("accepted")).resolve("part"), "x");
        return folder;
    }

    private static long deadProcess() throws IOException {
        Process process = new ProcessBuilder("true").start();
        process.onExit().join();
        return process.pid();
    }
}

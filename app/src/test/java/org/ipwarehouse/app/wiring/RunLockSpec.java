package org.ipwarehouse.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.ipwarehouse.warehouse.api.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockSpec {
    @TempDir
    Path data;

    @Test
    void a_second_run_on_the_same_data_is_refused_and_told_who_has_it() {
        try (RunLock first = RunLock.take(data)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> RunLock.take(data))
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("pid " + ProcessHandle.current().pid())
                    .extracting(f -> ((Fault) f).category())
                    .isEqualTo(Fault.Category.OPERATOR);
        }
    }

    @Test
    void the_lock_is_free_once_the_first_run_ended() {
        RunLock.take(data).close();

        try (RunLock second = RunLock.take(data)) {
            assertThat(second).isNotNull();
        }
    }
}

package org.ipwarehouse.warehouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ipwarehouse.warehouse.api.Fault.Category;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator reads of a failure beneath: words, not a bare path. */
class FaultSpec {
    @TempDir
    Path place;

    @Test
    void a_file_that_is_not_there_is_said_so() {
        Path missing = place.resolve("policy.yaml");

        assertThat(messageOf(() -> Files.readString(missing))).isEqualTo("读不了。 原因：没有这个文件或文件夹：" + missing + " 处理：请核对。");
    }

    @Test
    void a_name_that_is_taken_and_a_file_in_place_of_a_folder_are_said_so() throws IOException {
        Path file = Files.writeString(place.resolve("a"), "");

        assertThat(messageOf(() -> Files.createDirectory(file))).contains("已有同名文件：" + file);
        assertThat(messageOf(() -> Files.newDirectoryStream(file))).contains("不是文件夹：" + file);
    }

    @Test
    void a_failure_without_words_is_named() {
        assertThat(new Fault(Category.US, "坏了。", new IllegalStateException(), "").getMessage())
                .isEqualTo("坏了。 原因：IllegalStateException");
    }

    private static String messageOf(Callable<?> work) {
        try {
            work.call();
        } catch (IOException failed) {
            return String.valueOf(new Fault(Category.OPERATOR, "读不了。", failed, "请核对。").getMessage());
        } catch (Exception other) {
            throw new UncheckedIOException(new IOException(other));
        }
        throw new AssertionError("it did not fail");
    }
}

package org.ipwarehouse.etl.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.ipwarehouse.warehouse.api.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingSpec {
    private final Path folder;
    private final Path data;
    private final KeyRing ring;

    KeyRingSpec(@TempDir Path temp) {
        this.folder = temp.resolve("config/keys");
        this.data = temp.resolve("data");
        this.ring = KeyRing.at(folder, data);
    }

    @Test
    void the_first_use_makes_a_key_that_only_its_owner_can_read_and_the_next_finds_it() throws IOException {
        assertThat(ring.has(KeyPurpose.SEAL)).isFalse();
        KeyRef made = ring.active(KeyPurpose.SEAL);
        assertThat(KeyRing.at(folder, data).active(KeyPurpose.SEAL)).isEqualTo(made);
        assertThat(rights(file(made))).isEqualTo("rw-------");
        assertThat(rights(ring.folder())).isEqualTo("rwx------");
        assertThat(Files.readString(file(made)).strip()).matches("[0-9a-f]{64}");
    }

    @Test
    void keys_inside_the_data_are_refused_also_through_a_link(@TempDir Path temp) throws IOException {
        Files.createDirectories(data);
        Path link = Files.createSymbolicLink(temp.resolve("link"), data);
        assertThatThrownBy(() -> KeyRing.at(data.resolve("keys"), data)).isInstanceOf(Fault.class);
        assertThatThrownBy(() -> KeyRing.at(link.resolve("keys"), data))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("之内");
    }

    @Test
    void a_key_that_others_can_read_is_refused_in_one_line() throws IOException {
        KeyRef key = ring.active(KeyPurpose.SEAL);
        Files.setPosixFilePermissions(file(key), PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> key.derived("x"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("chmod 600")
                .hasMessageNotContaining("\n");
    }

    @Test
    void another_key_under_the_same_name_is_noticed() throws IOException {
        KeyRef key = ring.active(KeyPurpose.SEAL);
        Files.writeString(file(key), "ab".repeat(32));
        assertThatThrownBy(() -> key.derived("x"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("编号不符")
                .hasMessageNotContaining("abab");
        Files.delete(file(key));
        assertThatThrownBy(() -> key.derived("x")).isInstanceOf(Fault.class).hasMessageContaining(key.id());
    }

    @Test
    void rotation_leaves_the_older_key_where_it_is() {
        KeyRef first = ring.active(KeyPurpose.SEAL);
        KeyRef second = ring.rotate(KeyPurpose.SEAL);
        assertThat(ring.active(KeyPurpose.SEAL)).isEqualTo(second).isNotEqualTo(first);
        assertThat(ring.ids(KeyPurpose.SEAL)).containsExactlyInAnyOrder(first.id(), second.id());
        assertThat(first.derived("x")).hasSize(32).isNotEqualTo(second.derived("x"));
    }

    @Test
    void what_travels_names_the_key_and_does_not_hold_it() throws IOException {
        SealRule rule = new SealRule(ring.active(KeyPurpose.SEAL), SealAlgorithm.SM4_GCM);
        rule.sealer();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(rule);
        }
        String key = Files.readString(file(rule.key())).strip();
        String sent = bytes.toString(StandardCharsets.ISO_8859_1);
        assertThat(sent).contains(rule.key().id()).doesNotContain(key);
        assertThat(sent).doesNotContain(new String(SecretKey.ofHex(key).raw(), StandardCharsets.ISO_8859_1));
        assertThat(rule.toString() + SecretKey.ofHex(key)).doesNotContain(key);
    }

    private Path file(KeyRef key) {
        return ring.folder().resolve(key.purpose().word() + "-" + key.id() + ".key");
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}

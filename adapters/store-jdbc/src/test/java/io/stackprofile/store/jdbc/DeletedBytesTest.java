package io.stackprofile.store.jdbc;

import static io.stackprofile.store.jdbc.Records.digest;
import static io.stackprofile.store.jdbc.Records.last;
import static io.stackprofile.store.jdbc.Records.profile;
import static io.stackprofile.store.jdbc.Records.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.profile.Deprecation;
import io.stackprofile.spi.store.ProfileRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was deleted is in no byte of the file, nor of the log beside it, while the store is still open. */
class DeletedBytesTest {

    private static final String CANARY = "canary-7f3a-of-a-deleted-profile";
    private static final String TEXT = "data:\n  word: canary-content-41c9\n".repeat(200);

    @TempDir
    private Path folder;

    @Test
    void a_deleted_profile_is_in_no_byte_of_the_file_or_its_log() throws IOException {
        try (JdbcStore store = JdbcStore.sqlite(folder.resolve("profiles.db"))) {
            store.contents().putAll("acme", Map.of(digest(TEXT), TEXT), Records.NOON);
            ProfileRecord created = store.profiles()
                    .create(
                            "key",
                            profile(1, "platform-baseline")
                                    .description(CANARY)
                                    .category(CANARY)
                                    .addTags(CANARY)
                                    .addSharedWith(CANARY)
                                    .build(),
                            version(1, "{\"member\": \"" + CANARY + "\"}", TEXT));
            Deprecation why = Deprecation.builder()
                    .reason(Deprecation.Reason.OTHER)
                    .note(CANARY)
                    .at(Records.NOON)
                    .by("alice")
                    .build();
            ProfileRecord deprecated = store.profiles().deprecate(1, last(created), 1, Optional.of(why));
            assertThat(holds(CANARY.getBytes(StandardCharsets.UTF_8))).isTrue();
            assertThat(holds(Deflated.of(TEXT).bytes())).isTrue();

            store.profiles().delete(2, last(deprecated));
            assertThat(holds(CANARY.getBytes(StandardCharsets.UTF_8))).isFalse();
            assertThat(store.contents().sweep("acme", Instant.MAX)).isEqualTo(1);
            assertThat(holds(Deflated.of(TEXT).bytes())).isFalse();
        }
    }

    private boolean holds(byte[] wanted) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                byte[] bytes = Files.readAllBytes(file);
                for (int at = 0; at + wanted.length <= bytes.length; at++) {
                    if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }
}

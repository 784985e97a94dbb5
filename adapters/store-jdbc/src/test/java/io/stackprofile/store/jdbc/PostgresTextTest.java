package io.stackprofile.store.jdbc;

import static io.stackprofile.store.jdbc.Records.NOON;
import static io.stackprofile.store.jdbc.Records.digest;
import static io.stackprofile.store.jdbc.Records.draft;
import static io.stackprofile.store.jdbc.Records.instance;
import static io.stackprofile.store.jdbc.Records.profile;
import static io.stackprofile.store.jdbc.Records.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.spi.store.ProfileKey;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.VersionHeader;
import io.stackprofile.spi.store.VersionRecord;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What PostgreSQL cannot keep is refused by its name, and nothing of it is told. */
class PostgresTextTest {

    private static final String CANARY = "canary-9f27c4d1";

    private final WatchedSource source = new WatchedSource(PostgresPools.emptied());
    private final ProfileRecord wanted = profile(1, "platform-baseline").build();

    @ParameterizedTest
    @ValueSource(strings = {CANARY + "\0", CANARY + "\ud83d", "\ude80" + CANARY})
    void a_text_that_postgresql_cannot_keep_is_refused_by_its_field_before_anything_is_written(String text) {
        try (JdbcStore store = JdbcStore.postgresql(source)) {
            source.executed();
            assertRefused(
                    "the version's changelog of profile " + wanted.id(),
                    () -> store.profiles().create("key", wanted, versionWithChangelog(text)));
            assertRefused(
                    "the name of profile " + wanted.id(),
                    () -> store.profiles().create("key", profile(1, text).build(), version(1, "{}")));
            assertRefused(
                    "the request key of profile " + wanted.id(),
                    () -> store.profiles().create(text, wanted, version(1, "{}")));
            assertRefused(
                    "the document of draft " + Records.id(1),
                    () -> store.drafts().create(draft(1, text).build()));
            assertRefused(
                    "the cluster of instance " + Records.id(1),
                    () -> store.instantiations()
                            .create(instance(1, 1, "acme", text)
                                    .version(1)
                                    .status(InstantiationStatus.DEPLOYED)
                                    .build()));
            assertThat(source.executed()).isEmpty();
            store.contents().putAll("acme", Map.of(digest("hard"), text), NOON);
            assertThat(store.contents().getAll("acme", List.of(digest("hard")))).containsEntry(digest("hard"), text);
            assertRefused("the text of the request", () -> store.profiles().find("acme", ProfileKey.of(text)));
        }
    }

    private static void assertRefused(String what, Runnable call) {
        StackProfileException failure = failure(call);
        assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
        assertThat(failure)
                .hasMessage(what + " has a NUL character or half of a surrogate pair, which PostgreSQL cannot keep."
                        + " Remove the character and repeat the call; nothing was written.");
    }

    @Test
    void a_name_longer_than_an_index_takes_is_refused_with_what_to_do() {
        String name = CANARY
                + new Random(7)
                        .ints(3_000, 'a', 'z')
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        try (JdbcStore store = JdbcStore.postgresql(source)) {
            assertThat(failure(() ->
                            store.profiles().create("key", profile(1, name).build(), version(1, "{}"))))
                    .hasMessageContaining("longer than the 2,600 bytes an index takes; shorten it");
        }
    }

    private static StackProfileException failure(Runnable call) {
        StackProfileException failure = catchThrowableOfType(StackProfileException.class, call::run);
        assertThat(PostgresFailureTest.traceOf(failure)).doesNotContain(CANARY, "Caused by", "postgresql.util");
        return failure;
    }

    private static VersionRecord versionWithChangelog(String text) {
        return VersionRecord.builder()
                .header(VersionHeader.builder()
                        .number(1)
                        .channel("stable")
                        .changelog(text)
                        .digest(digest("{}"))
                        .createdAt(NOON)
                        .createdBy("alice")
                        .build())
                .document("{}")
                .build();
    }
}

package io.stackprofile.store.jdbc;

import static io.stackprofile.store.jdbc.Records.NOON;
import static io.stackprofile.store.jdbc.Records.VALUES;
import static io.stackprofile.store.jdbc.Records.digest;
import static io.stackprofile.store.jdbc.Records.draft;
import static io.stackprofile.store.jdbc.Records.instance;
import static io.stackprofile.store.jdbc.Records.last;
import static io.stackprofile.store.jdbc.Records.next;
import static io.stackprofile.store.jdbc.Records.profile;
import static io.stackprofile.store.jdbc.Records.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Digest;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.spi.store.DraftRecord;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.store.jdbc.PostgresqlOptions.Isolation;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two transactions that overlap: the second waits for the first, and finds what it did. */
class PostgresRaceTest {

    private static final Instant LATER = NOON.plusSeconds(3600);
    private static final Digest TEXT = digest(VALUES);

    private final DataSource database = PostgresPools.emptied();
    private final JdbcStore store = JdbcStore.postgresql(database);

    private <A, B> HeldCommit.Both<A, B> overlapping(
            Isolation isolation, int transactions, Function<JdbcStore, A> first, Function<JdbcStore, B> second)
            throws Exception {
        try (HeldCommit held = new HeldCommit(database, isolation)) {
            return held.run(transactions, first, second);
        }
    }

    private static Function<JdbcStore, Boolean> put(Instant at) {
        return store -> {
            store.contents().putAll("acme", Map.of(TEXT, VALUES), at);
            return true;
        };
    }

    private static Function<JdbcStore, Optional<ErrorCode>> refusal(Consumer<JdbcStore> call) {
        return store -> {
            try {
                call.accept(store);
                return Optional.empty();
            } catch (StackProfileException e) {
                return Optional.of(e.code());
            }
        };
    }

    private static long sweep(JdbcStore store) {
        return store.contents().sweep("acme", LATER);
    }

    private boolean hasText() {
        return !store.contents().getAll("acme", List.of(TEXT)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_sweep_spares_a_text_that_a_put_refreshes_meanwhile(Isolation isolation) throws Exception {
        put(NOON).apply(store);
        assertThat(overlapping(isolation, 1, put(LATER), PostgresRaceTest::sweep)
                        .second())
                .isZero();
        assertThat(hasText()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void a_sweep_spares_a_text_that_a_record_refers_to_meanwhile(Isolation isolation) throws Exception {
        put(NOON).apply(store);
        DraftRecord draft = draft(1, "{}").addContents(TEXT).build();
        assertThat(overlapping(
                                isolation,
                                1,
                                store -> {
                                    store.drafts().create(draft);
                                    return true;
                                },
                                PostgresRaceTest::sweep)
                        .second())
                .isZero();
        assertThat(hasText()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void a_put_of_a_text_that_a_sweep_takes_meanwhile_keeps_it(Isolation isolation) throws Exception {
        put(NOON).apply(store);
        assertThat(overlapping(isolation, 1, PostgresRaceTest::sweep, put(LATER))
                        .first())
                .isEqualTo(1);
        assertThat(hasText()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void requests_of_one_key_are_answered_alike(Isolation isolation) throws Exception {
        ProfileRecord first = profile(1, "platform-baseline").build();
        ProfileRecord second = profile(2, "platform-baseline").build();
        HeldCommit.Both<ProfileRecord, ProfileRecord> both = overlapping(
                isolation,
                1,
                store -> store.profiles().create("key", first, version(1, "{}")),
                store -> store.profiles().create("key", second, version(1, "{}")));
        assertThat(both).isEqualTo(new HeldCommit.Both<>(first, first));
        assertThat(store.catalogue().owner(second.id())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void appends_of_one_key_are_answered_alike(Isolation isolation) throws Exception {
        ProfileRecord profile = profile(1, "platform-baseline").build();
        store.profiles().create("key", profile, version(1, "{}"));
        ProfileRecord next = next(profile).build();
        Function<JdbcStore, ProfileRecord> append = store -> store.profiles().append("k", 1, next, version(2, "{}"));
        assertThat(overlapping(isolation, 1, append, append)).isEqualTo(new HeldCommit.Both<>(next, next));
        assertThat(store.profiles().versions("acme", profile.id())).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void a_name_taken_meanwhile_is_named(Isolation isolation) throws Exception {
        ProfileRecord second = profile(2, "platform-baseline").build();
        assertThat(overlapping(
                                isolation,
                                1,
                                store -> store.profiles()
                                        .create(
                                                "one",
                                                profile(1, "platform-baseline").build(),
                                                version(1, "{}")),
                                refusal(store -> store.profiles().create("two", second, version(1, "{}"))))
                        .second())
                .contains(ErrorCode.NAME_TAKEN);
        assertThat(store.catalogue().owner(second.id())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_rename_to_a_name_taken_meanwhile_is_refused(Isolation isolation) throws Exception {
        ProfileRecord one = profile(1, "one").build();
        ProfileRecord two = profile(2, "two").build();
        store.profiles().create("one", one, version(1, "{}"));
        store.profiles().create("two", two, version(1, "{}"));
        assertThat(overlapping(
                                isolation,
                                1,
                                store -> store.profiles()
                                        .update(1, last(profile(1, "three").build())),
                                refusal(store -> store.profiles()
                                        .update(1, last(profile(2, "three").build()))))
                        .second())
                .contains(ErrorCode.NAME_TAKEN);
    }

    @ParameterizedTest
    @EnumSource
    void a_change_of_a_profile_deleted_meanwhile_finds_none(Isolation isolation) throws Exception {
        ProfileRecord profile = profile(1, "platform-baseline").build();
        store.profiles().create("key", profile, version(1, "{}", VALUES));
        assertThat(overlapping(
                                isolation,
                                1,
                                store -> {
                                    store.profiles().delete(1, last(profile));
                                    return true;
                                },
                                refusal(store -> store.profiles()
                                        .append("k", 1, next(profile).build(), version(2, "{}", VALUES))))
                        .second())
                .contains(ErrorCode.NOT_FOUND);
        assertThat(count("content_ref")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void a_draft_deleted_while_it_is_changed_leaves_no_references(Isolation isolation) throws Exception {
        DraftRecord draft = draft(1, "{}").build();
        store.drafts().create(draft);
        DraftRecord changed =
                draft(1, 2, "acme", "{}").name("x").addContents(TEXT).build();
        overlapping(
                isolation,
                1,
                store -> {
                    store.drafts().update(1, changed);
                    return true;
                },
                refusal(store -> store.drafts().delete("acme", draft.id())));
        assertThat(count("draft")).isZero();
        assertThat(count("content_ref")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void instances_that_come_and_go_meanwhile_are_all_counted(Isolation isolation) throws Exception {
        store.instantiations()
                .create(instance(1, 1, InstantiationStatus.DEPLOYED).build());
        overlapping(
                isolation,
                1,
                store -> {
                    store.instantiations()
                            .delete(
                                    "acme",
                                    instance(1, 1, InstantiationStatus.DEPLOYED)
                                            .build()
                                            .id(),
                                    1);
                    return true;
                },
                refusal(store -> store.instantiations()
                        .create(instance(2, 1, InstantiationStatus.DEPLOYED).build())));
        assertThat(store.instantiations().outdatedCount("acme", Records.profileId(1), 2))
                .isEqualTo(1);
        assertThat(store.instantiations().instanceCount(Records.profileId(1))).isEqualTo(1);
    }

    private long count(String table) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
        }
    }
}

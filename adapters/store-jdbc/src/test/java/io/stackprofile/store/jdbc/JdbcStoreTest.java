package io.stackprofile.store.jdbc;

import static io.stackprofile.store.jdbc.Records.NOON;
import static io.stackprofile.store.jdbc.Records.VALUES;
import static io.stackprofile.store.jdbc.Records.digest;
import static io.stackprofile.store.jdbc.Records.draft;
import static io.stackprofile.store.jdbc.Records.instance;
import static io.stackprofile.store.jdbc.Records.last;
import static io.stackprofile.store.jdbc.Records.next;
import static io.stackprofile.store.jdbc.Records.profile;
import static io.stackprofile.store.jdbc.Records.profileId;
import static io.stackprofile.store.jdbc.Records.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stackprofile.Digest;
import io.stackprofile.PageRequest;
import io.stackprofile.error.StoreException;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.profile.Visibility;
import io.stackprofile.spi.store.DraftRecord;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.ProfileFilter;
import io.stackprofile.spi.store.ProfileKey;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.VersionRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcStoreTest {

    private static final String HOSTILE = "nul \0, unpaired \uD83D, pair 🚀, quote ' \" \\, % _ * ?, line\r\nend";

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("profiles.db");
    }

    @Test
    void everything_is_there_after_reopening() {
        ProfileRecord created = profile(1, "platform-baseline")
                .description("What every cluster gets")
                .category("platform")
                .build();
        VersionRecord first = version(1, "{\"members\":[\"cert-manager\"]}", VALUES);
        DraftRecord draft =
                draft(2, "{\"draft\":true}").addContents(digest(VALUES)).build();
        InstantiationRecord instance = instance(3, 1, InstantiationStatus.DEPLOYED)
                .addContents(digest(VALUES))
                .build();
        try (JdbcStore store = JdbcStore.sqlite(file())) {
            store.contents().putAll("acme", Map.of(digest(VALUES), VALUES), NOON);
            store.profiles().create("key-1", created, first);
            store.drafts().create(draft);
            store.instantiations().create(instance);
        }
        try (JdbcStore store = JdbcStore.sqlite(file())) {
            assertThat(store.profiles().find("acme", ProfileKey.of("platform-baseline")))
                    .contains(created);
            assertThat(store.profiles().version("acme", created.id(), 1)).contains(first);
            assertThat(store.profiles().versions("acme", created.id())).containsExactly(first.header());
            assertThat(store.profiles().create("key-1", profile(9, "other").build(), first))
                    .isEqualTo(created);
            assertThat(store.drafts().find("acme", draft.id())).contains(draft);
            assertThat(store.instantiations().findByDraft("acme", instance.draftId()))
                    .contains(instance);
            assertThat(store.instantiations().outdatedCount("acme", created.id(), 2))
                    .isEqualTo(1);
            assertThat(store.contents().getAll("acme", List.of(digest(VALUES))))
                    .containsExactly(Map.entry(digest(VALUES), VALUES));
        }
    }

    @Test
    void every_character_of_every_text_is_kept() {
        ProfileRecord created = profile(1, HOSTILE, HOSTILE, HOSTILE)
                .description(HOSTILE)
                .category(HOSTILE)
                .addTags(HOSTILE, "", "base", "b", "a", "b")
                .visibility(Visibility.PUBLIC)
                .build();
        VersionRecord first = version(1, HOSTILE, HOSTILE);
        DraftRecord draft = draft(2, 1, HOSTILE, HOSTILE)
                .name(HOSTILE)
                .profile(created.id())
                .build();
        InstantiationRecord instance = instance(3, 1, HOSTILE, HOSTILE)
                .version(1)
                .status(InstantiationStatus.DRAFTED)
                .build();
        try (JdbcStore store = JdbcStore.sqlite(file())) {
            store.contents().putAll(HOSTILE, Map.of(digest(HOSTILE), HOSTILE), NOON);
            store.profiles().create(HOSTILE, created, first);
            store.drafts().create(draft);
            store.instantiations().create(instance);

            assertThat(store.profiles().find(HOSTILE, ProfileKey.of(HOSTILE))).contains(created);
            assertThat(store.profiles().version(HOSTILE, created.id(), 1)).contains(first);
            assertThat(store.profiles().create(HOSTILE, created, first)).isEqualTo(created);
            assertThat(store.drafts().find(HOSTILE, draft.id())).contains(draft);
            assertThat(store.instantiations().find(HOSTILE, instance.id())).contains(instance);
            assertThat(store.contents().getAll(HOSTILE, List.of(digest(HOSTILE))))
                    .containsValue(HOSTILE);
            assertThat(store.catalogue().owner(created.id())).contains(HOSTILE);
            for (ProfileFilter filter : List.of(
                    ProfileFilter.builder()
                            .organisation(HOSTILE)
                            .namePrefix("nul \0")
                            .build(),
                    ProfileFilter.builder()
                            .visibility(Visibility.PUBLIC)
                            .namePrefix("nul \0, unpaired \uD83D")
                            .build(),
                    ProfileFilter.builder().organisation(HOSTILE).tag(HOSTILE).build(),
                    ProfileFilter.builder()
                            .visibility(Visibility.PUBLIC)
                            .category(HOSTILE)
                            .tag("")
                            .build())) {
                assertThat(store.catalogue().page(filter, PageRequest.first()).items())
                        .containsExactly(created);
                assertThat(store.catalogue().count(filter)).isEqualTo(1);
            }
        }
    }

    @Test
    void a_repeat_returns_the_first_answer_even_after_the_profile_is_gone() {
        try (JdbcStore store = JdbcStore.sqlite(file())) {
            ProfileRecord created = profile(1, "platform-baseline").build();
            store.profiles().create("key", created, version(1, "{}"));
            ProfileRecord appended =
                    store.profiles().append("key-2", 1, next(created).build(), version(2, "{ }"));
            store.profiles().delete(2, last(appended));
            assertThat(store.profiles().create("key", created, version(1, "{}")))
                    .isEqualTo(profile(1, "acme", "platform-baseline", "alice")
                            .visibility(created.visibility())
                            .build());
            assertThat(store.profiles().append("key-2", 1, appended, version(2, "{ }")))
                    .extracting(ProfileRecord::id, ProfileRecord::revision, ProfileRecord::latestVersion)
                    .containsExactly(created.id(), 2L, 2);
            assertThat(store.profiles().find("acme", ProfileKey.of(created.id())))
                    .isEmpty();
            assertThat(store.profiles().versions("acme", created.id())).isEmpty();
        }
    }

    @Test
    void a_sweep_takes_only_old_texts_that_nothing_refers_to() {
        Map<Digest, String> texts = new LinkedHashMap<>();
        for (String text :
                List.of("of a version", "of a draft", "of an instance", "of nothing", "of nothing, put again")) {
            texts.put(digest(text), text);
        }
        try (JdbcStore store = JdbcStore.sqlite(file())) {
            store.contents().putAll("acme", texts, NOON);
            ProfileRecord created = store.profiles()
                    .create("key", profile(1, "platform-baseline").build(), version(1, "{}", "of a version"));
            store.drafts()
                    .create(draft(2, "{}").addContents(digest("of a draft")).build());
            store.instantiations()
                    .create(instance(3, 1, InstantiationStatus.PARTIAL)
                            .addContents(digest("of an instance"))
                            .build());
            String again = "of nothing, put again";
            store.contents().putAll("acme", Map.of(digest(again), again), NOON.plusSeconds(2));

            assertThat(store.contents().sweep("acme", NOON)).isZero();
            assertThat(store.contents().sweep("other", Instant.MAX)).isZero();
            assertThat(store.contents().sweep("acme", NOON.plusSeconds(1))).isEqualTo(1);
            store.profiles().delete(1, last(created));
            store.drafts().delete("acme", draft(2, "{}").build().id());
            store.instantiations()
                    .delete(
                            "acme",
                            instance(3, 1, InstantiationStatus.PARTIAL).build().id(),
                            1);
            assertThat(store.contents().getAll("acme", texts.keySet())).hasSize(4);
            assertThat(store.contents().sweep("acme", Instant.MAX)).isEqualTo(4);
            assertThat(store.contents().getAll("acme", texts.keySet())).isEmpty();
        }
    }

    @Test
    void a_draft_edit_moves_its_references() {
        try (JdbcStore store = JdbcStore.sqlite(file())) {
            store.contents().putAll("acme", Map.of(digest("old"), "old", digest("new"), "new"), NOON);
            store.drafts()
                    .create(draft(2, "{}")
                            .addContents(digest("old"), digest("both"))
                            .build());
            DraftRecord edited = draft(2, 2, "acme", "{}")
                    .name("platform-baseline")
                    .addContents(digest("both"), digest("new"))
                    .build();
            store.drafts().update(1, edited);
            assertThat(store.drafts().find("acme", edited.id())).contains(edited);
            assertThat(store.contents().sweep("acme", Instant.MAX)).isEqualTo(1);
            assertThat(store.contents().getAll("acme", List.of(digest("old"), digest("new"))))
                    .containsOnlyKeys(digest("new"));
        }
    }

    @Test
    void a_thousand_texts_are_put_and_read_at_once() {
        Map<Digest, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < 1_000; i++) {
            texts.put(digest(VALUES + i), VALUES + i);
        }
        try (JdbcStore store = JdbcStore.sqlite(file())) {
            store.contents().putAll("acme", texts, NOON);
            store.contents().putAll("acme", texts, NOON);
            assertThat(store.contents().getAll("acme", texts.keySet())).containsExactlyEntriesOf(texts);
        }
    }

    @Test
    void counts_follow_instances_from_version_to_version() {
        try (JdbcStore store = JdbcStore.sqlite(file())) {
            InstantiationRecord drafted =
                    instance(1, 1, InstantiationStatus.DRAFTED).build();
            store.instantiations().create(drafted);
            assertThat(counts(store)).containsExactly(0L, 0L, 1L);
            store.instantiations().update(1, deployed(2, 1));
            assertThat(counts(store)).containsExactly(1L, 1L, 1L);
            store.instantiations().update(2, deployed(3, 2));
            assertThat(counts(store)).containsExactly(0L, 1L, 1L);
            store.instantiations().delete("acme", drafted.id(), 3);
            assertThat(counts(store)).containsExactly(0L, 0L, 0L);
        }
    }

    @Test
    void a_closed_store_says_so_and_closes_again() {
        JdbcStore store = JdbcStore.sqlite(file());
        store.close();
        store.close();
        assertThatThrownBy(
                        () -> store.drafts().find("acme", draft(1, "").build().id()))
                .isInstanceOf(StoreException.class)
                .hasMessage("the store is closed. Open it again.");
        assertThat(folder).isDirectoryContaining("glob:**.db").isDirectoryNotContaining("glob:**-wal");
    }

    private static InstantiationRecord deployed(long revision, int version) {
        return instance(1, revision, "acme", "staging")
                .version(version)
                .status(InstantiationStatus.DEPLOYED)
                .build();
    }

    private static List<Long> counts(JdbcStore store) {
        return List.of(
                store.instantiations().outdatedCount("acme", profileId(1), 2),
                store.instantiations().outdatedCount("acme", profileId(1), 3),
                store.instantiations().instanceCount(profileId(1)));
    }
}

package io.stackprofile.samples.store;

import static io.stackprofile.samples.store.SampleRecords.NOON;
import static io.stackprofile.samples.store.SampleRecords.instance;
import static io.stackprofile.samples.store.SampleRecords.profile;
import static io.stackprofile.samples.store.SampleRecords.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stackprofile.StackDraftId;
import io.stackprofile.error.ConflictException;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.ProfileKey;
import io.stackprofile.spi.store.StoredItem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a copy that is brought up to date, or put together wrongly, does to what is there. */
class FolderArchiveTest {

    private static final String CANARY = "canary-51c7";

    @TempDir
    private Path temporary;

    private FolderStore store;

    @BeforeEach
    void open() {
        store = FolderStore.open(temporary.resolve("store"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void restore(StoredItem... items) {
        store.archive().orElseThrow().restore(List.of(items));
    }

    private List<StoredItem> everything() {
        return store.archive().orElseThrow().read(Optional.empty()).items();
    }

    private static StoredItem named(int n, String organisation, String name) {
        return new StoredItem.Profile(profile(n, organisation, name, 1, 1));
    }

    @Test
    void profiles_that_changed_names_are_restored_together() {
        restore(named(1, "acme", "one"), named(2, "acme", "two"));
        restore(named(1, "acme", "two"), named(2, "acme", "one"));
        reopen();
        for (var name : List.of("one", "two")) {
            assertThat(store.profiles().find("acme", ProfileKey.of(name)))
                    .map(profile -> profile.name())
                    .contains(name);
        }
        assertThat(store.profiles().find("acme", ProfileKey.of("one")))
                .map(profile -> profile.id())
                .contains(SampleRecords.profileId(2));
    }

    @Test
    void two_profiles_of_one_name_an_id_of_another_organisation_and_a_second_instance_of_a_draft_are_refused() {
        InstantiationRecord held = instance(1, 1, 1, 1, InstantiationStatus.DEPLOYED);
        restore(named(1, "acme", "one"), new StoredItem.Instance(held));
        List<StoredItem> before = everything();
        InstantiationRecord second = ofDraft(held.draftId(), instance(2, 1, 1, 1, InstantiationStatus.DEPLOYED));
        for (List<StoredItem> refused : List.of(
                List.of(named(3, "acme", "same"), named(4, "acme", "same")),
                List.of(named(3, "acme", "fine"), named(1, "globex", "theirs")),
                List.<StoredItem>of(named(3, "acme", "fine"), new StoredItem.Instance(second)))) {
            assertThatThrownBy(() -> store.archive().orElseThrow().restore(refused))
                    .isInstanceOf(ConflictException.class);
            assertThat(everything()).isEqualTo(before);
        }
    }

    private static InstantiationRecord ofDraft(StackDraftId draft, InstantiationRecord other) {
        return InstantiationRecord.builder()
                .id(other.id())
                .organisation(other.organisation())
                .revision(other.revision())
                .profileId(other.profileId())
                .version(other.version())
                .cluster(other.cluster())
                .stack(other.stack())
                .status(other.status())
                .draftId(draft)
                .createdAt(other.createdAt())
                .createdBy(other.createdBy())
                .updatedAt(other.updatedAt())
                .document(other.document())
                .build();
    }

    @Test
    void a_text_that_cannot_be_kept_is_refused_before_anything_is_written() {
        StoredItem fine = new StoredItem.Text("acme", Script.digest(0), Script.TEXTS.get(0), NOON);
        for (StoredItem bad : List.of(
                named(1, "acme", CANARY + "\ud800"),
                new StoredItem.Text("acme", Script.digest(1), CANARY + "\ud800", NOON))) {
            assertThatThrownBy(() -> restore(fine, bad))
                    .isInstanceOf(InvalidContentException.class)
                    .hasMessageNotContaining(CANARY);
            assertThat(everything()).isEmpty();
        }
    }

    @Test
    void another_text_under_a_digest_is_replaced_and_a_known_one_keeps_its_file() {
        restore(new StoredItem.Text("acme", Script.digest(0), "not what the digest says", NOON));
        StoredItem right = new StoredItem.Text("acme", Script.digest(0), Script.TEXTS.get(0), NOON.plusSeconds(1));
        restore(right);
        reopen();
        assertThat(everything()).containsExactly(right);
        StoredItem later = new StoredItem.Text("acme", Script.digest(0), Script.TEXTS.get(0), NOON.plusSeconds(2));
        restore(later);
        assertThat(everything()).containsExactly(later);
    }

    @Test
    void an_earlier_state_of_a_profile_leaves_no_version_behind_its_deletion() {
        var id = SampleRecords.profileId(1);
        restore(
                new StoredItem.Profile(profile(1, "acme", "one", 2, 2)),
                new StoredItem.Version("acme", id, version(1, "{1}")),
                new StoredItem.Version("acme", id, version(2, "{2}")));
        restore(named(1, "acme", "one"));
        store.profiles().delete(1, profile(1, "acme", "one", 2, 1));
        assertThat(everything()).hasSize(1).allMatch(StoredItem.History.class::isInstance);
    }

    private void reopen() {
        store.close();
        store = FolderStore.open(temporary.resolve("store"));
    }
}

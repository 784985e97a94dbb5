package io.stackprofile.it;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.capture.CaptureRequest;
import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.draft.SuggestRequest;
import io.stackprofile.draft.Suggestion;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.error.StoreException;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.profile.Profile;
import io.stackprofile.profile.ProfileChanges;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.testkit.fault.FaultyStore;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A call that stored something never says that it left state as it was, though nothing can be read after the write. */
class ReadBackTest extends OverEachStore {

    private static final CaptureRequest SHOP = CaptureRequest.builder()
            .name("shop")
            .cluster("prod")
            .stack("shop")
            .requestKey("once")
            .build();

    private FaultyStore store = FaultyStore.around(StoreKind.MEMORY.open(folder));

    @Override
    @BeforeEach
    void open() {
        store = FaultyStore.around(kind.open(folder));
        world = new World(store);
    }

    /** Lets nothing be read once after a write: of whatever the call reads then, its first reading fails. */
    private void cutOffAfter(String write) {
        store.after(
                write,
                () -> List.of(
                                "ProfileStore.find",
                                "ProfileStore.version",
                                "ProfileStore.versions",
                                "ContentStore.getAll")
                        .forEach(read -> store.before(read, () -> {
                            throw new StoreException("the database cannot be read", "Try again.");
                        })));
    }

    @Test
    void aCaptureIsOfUnknownOutcomeAndItsRepeatFindsIt() {
        cutOffAfter("ProfileStore.create");

        StackProfileException unknown = assertFails(
                ErrorCode.OUTCOME_UNKNOWN, () -> world.acme().profiles().capture(SHOP));

        assertAbsent("the failure", unknown.toString(), List.of(World.CANARY));
        store.heal();
        assertThat(world.acme().profiles().capture(SHOP).version()).isEqualTo(1);
        assertThat(world.acme().profiles().find("shop").latestVersion()).isEqualTo(1);
    }

    @Test
    void aChangeOfMetadataIsOfUnknownOutcome() {
        ProfileVersion version = world.capture("shop");
        cutOffAfter("ProfileStore.update");

        assertFails(
                ErrorCode.OUTCOME_UNKNOWN,
                () -> world.acme()
                        .profiles()
                        .update(
                                version.profileId(),
                                ProfileChanges.builder()
                                        .description("The shop.")
                                        .build()));

        store.heal();
        Profile profile = world.profile(version);
        assertThat(profile.description()).contains("The shop.");
        assertThat(profile.revision()).isEqualTo(2);
    }

    @Test
    void anEditAndASuggestionNeedNothingReadAfterTheirWrite() {
        ProfileVersion version = world.capture("shop");
        world.acme().profiles().share(version.profileId(), 1, "globex");
        ProfileDraft draft = world.as("globex").drafts().create(CreateDraftRequest.of(version.profileId()));
        cutOffAfter("DraftStore.update");
        ProfileDraft edited = world.as("globex")
                .drafts()
                .edit(draft.id(), 1, List.of(new DraftEdit.RemoveMember(MemberRef.manifest("credentials"))));
        store.heal();
        cutOffAfter("SuggestionStore.create");
        SuggestRequest request =
                SuggestRequest.builder().draft(draft.id()).revision(2).build();
        Suggestion submitted = world.as("globex").suggestions().submit(request);

        store.heal();
        assertThat(world.as("globex").drafts().get(draft.id())).isEqualTo(edited);
        assertThat(world.acme().suggestions().get(submitted.summary().id()).spec())
                .contains(edited.spec());
    }

    @Test
    void aStackDraftNeedsNothingReadAfterItsWrite() {
        ProfileVersion version = world.capture("shop");
        cutOffAfter("InstantiationStore.create");

        StackDraft draft = world.acme()
                .instantiations()
                .create(World.request(version, "copy").build());

        store.heal();
        assertThat(world.acme().instantiations().draft(draft.id())).isEqualTo(draft);
    }

    @Test
    void aCommitIsOfUnknownOutcomeAndItsRepeatFindsItDeployed() {
        ProfileVersion version = world.capture("shop");
        StackDraft draft = world.acme()
                .instantiations()
                .create(World.request(version, "copy").build());
        store.after("InstantiationStore.update", () -> cutOffAfter("InstantiationStore.update"));

        assertFails(
                ErrorCode.OUTCOME_UNKNOWN, () -> world.acme().instantiations().commit(draft.id()));

        store.heal();
        assertThat(world.acme()
                        .instantiations()
                        .commit(draft.id())
                        .instantiation()
                        .status())
                .isEqualTo(InstantiationStatus.DEPLOYED);
    }
}

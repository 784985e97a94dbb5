package io.stackprofile.it;

import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Caller;
import io.stackprofile.ProfileId;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.OutcomeUnknownException;
import io.stackprofile.profile.ProfileChange;
import io.stackprofile.profile.ProfileChanges;
import io.stackprofile.testkit.fault.FaultyStore;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A write without an answer, and somebody else's at the same moment: neither is taken for the other. */
class OvertakenWritesTest extends OverEachStore {

    private FaultyStore store = FaultyStore.around(StoreKind.MEMORY.open(folder));

    @Override
    @BeforeEach
    void open() {
        store = FaultyStore.around(kind.open(folder));
        world = new World(store);
    }

    private static void unanswered() {
        throw new OutcomeUnknownException("no answer came");
    }

    private List<String> told(ProfileChange.Kind kind) {
        return world.told.stream()
                .filter(change -> change.kind() == kind)
                .map(ProfileChange::by)
                .toList();
    }

    private void describe(String subject, ProfileId id, String description) {
        world.engine
                .as(Caller.of("acme", subject))
                .profiles()
                .update(id, ProfileChanges.builder().description(description).build());
    }

    private void delete(String subject, ProfileId id) {
        world.engine.as(Caller.of("acme", subject)).profiles().delete(id);
    }

    @Test
    void aDeletionByAnotherIsNotToldAsOnesOwn() {
        ProfileId id = world.capture("shop").profileId();
        store.before("ProfileStore.delete", () -> {
            delete("bob", id);
            unanswered();
        });

        assertFails(ErrorCode.OUTCOME_UNKNOWN, () -> delete("alice", id));

        assertThat(told(ProfileChange.Kind.DELETED)).containsExactly("bob");
    }

    @Test
    void aDeletionWhoseAnswerWasLostIsToldOnce() {
        ProfileId id = world.capture("shop").profileId();
        store.after("ProfileStore.delete", OvertakenWritesTest::unanswered);

        delete("alice", id);

        assertThat(told(ProfileChange.Kind.DELETED)).containsExactly("alice");
    }

    @Test
    void anUpdateThatAnotherBuiltOnWasMade() {
        ProfileId id = world.capture("shop").profileId();
        store.after("ProfileStore.update", () -> {
            describe("bob", id, "Bob's shop.");
            unanswered();
        });

        describe("alice", id, "Alice's shop.");

        assertThat(world.acme().profiles().get(id).description()).contains("Bob's shop.");
        assertThat(told(ProfileChange.Kind.UPDATED)).containsExactlyInAnyOrder("alice", "bob");
    }

    @Test
    void anUpdateThatAnotherWasFasterThanIsNotTakenForMade() {
        ProfileId id = world.capture("shop").profileId();
        store.before("ProfileStore.update", () -> {
            describe("bob", id, "Bob's shop.");
            unanswered();
        });

        assertFails(ErrorCode.OUTCOME_UNKNOWN, () -> describe("alice", id, "Alice's shop."));

        assertThat(world.acme().profiles().get(id).description()).contains("Bob's shop.");
        assertThat(told(ProfileChange.Kind.UPDATED)).containsExactly("bob");
    }
}

package io.stackprofile.core;

import static io.stackprofile.core.QuayStack.edited;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.InstantiationId;
import io.stackprofile.PageRequest;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.instantiation.CommitOptions;
import io.stackprofile.instantiation.CommitResult;
import io.stackprofile.instantiation.Instantiation;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.instantiation.Instantiations;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.instantiation.UpdateRequest;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndOfInstancesTest {

    private final EngineFixture fixture = new EngineFixture();
    private final Instantiations instantiations = fixture.acme().instantiations();
    private final ProfileVersion first = QuayStack.first(fixture);
    private final StackDraft deployed = QuayStack.deployed(fixture, first);
    private final InstantiationId id = deployed.instantiationId();

    @Test
    void uninstallingTakesEveryMemberOffChildrenFirstAndIsDoneOnce() {
        CommitResult result = instantiations.uninstall(id, CommitOptions.defaults());
        CommitResult again = instantiations.uninstall(id, CommitOptions.defaults());

        List<String> order =
                result.members().stream().map(member -> member.ref().name()).toList();
        assertThat(result.members())
                .extracting(MemberOutcome::status)
                .hasSize(6)
                .containsOnly(MemberOutcome.Status.REMOVED);
        assertThat(order.indexOf("exporter")).isLessThan(order.indexOf("planner"));
        assertThat(order).last().isEqualTo("namespace");
        assertThat(result.instantiation().status()).isEqualTo(InstantiationStatus.UNINSTALLED);
        assertThat(again.members()).isEmpty();
        assertThat(fixture.staging.stacks()).isEmpty();
    }

    @Test
    void whatSomeoneChangedIsKeptUnlessRemovingItIsAsked() {
        StackDraft other =
                instantiations.create(QuayStack.request(first).stack("quay-two").build());
        instantiations.commit(other.id());
        QuayStack.change(fixture.staging, spec -> edited(spec, QuayStack.SETTINGS, "steady", "storm"));

        CommitResult kept = instantiations.uninstall(id, CommitOptions.defaults());

        assertThat(kept.members())
                .filteredOn(member -> member.status() == MemberOutcome.Status.KEPT)
                .extracting(MemberOutcome::ref)
                .as("what was changed, and what that needs")
                .containsExactly(QuayStack.SETTINGS, MemberRef.manifest("namespace"));
        assertThat(kept.instantiation().status()).isEqualTo(InstantiationStatus.UNINSTALLED);
        assertThat(QuayStack.standing(fixture.staging).members()).hasSize(2);
        CommitResult all = instantiations.uninstall(
                other.instantiationId(),
                CommitOptions.builder().removeForeign(true).build());
        assertThat(all.members()).extracting(MemberOutcome::status).containsOnly(MemberOutcome.Status.REMOVED);
    }

    @Test
    void whatAnUnfinishedUpdateWasToReplaceIsClosedWithItAndNotCountedAsBehind() {
        QuayStack.next(fixture, first, edited(QuayStack.spec(), QuayStack.PLANNER, "1.4.0", "1.5.0"));
        fixture.staging.failOn(QuayStack.PLANNER);
        StackDraft update = instantiations.update(UpdateRequest.of(id));
        instantiations.commit(update.id());
        fixture.staging.heal();
        assertThat(instantiations
                        .outdated(first.profileId(), PageRequest.first())
                        .items())
                .hasSize(1);

        instantiations.uninstall(
                update.instantiationId(),
                CommitOptions.builder().removeForeign(true).build());

        assertThat(fixture.staging.stacks()).isEmpty();
        assertThat(instantiations.get(id).status()).isEqualTo(InstantiationStatus.SUPERSEDED);
        assertThat(instantiations
                        .outdated(first.profileId(), PageRequest.first())
                        .items())
                .isEmpty();
    }

    @Test
    void anUninstallThatWasCutOffIsResumedAndNotDeployedAgain() {
        fixture.staging.failOn(QuayStack.SETTINGS);
        CommitResult partial = instantiations.uninstall(id, CommitOptions.defaults());
        assertThat(partial.instantiation().status()).isEqualTo(InstantiationStatus.PARTIAL);
        assertThat(partial.members())
                .filteredOn(member -> member.status() == MemberOutcome.Status.FAILED)
                .extracting(member -> member.ref() + " " + member.code().orElseThrow())
                .containsExactly("manifest/settings OBJECT_REFUSED");

        assertFails(ErrorCode.WRONG_STATE, () -> instantiations.commit(deployed.id()));
        assertFails(ErrorCode.WRONG_STATE, () -> instantiations.update(UpdateRequest.of(id)));
        fixture.staging.heal();
        CommitResult resumed = instantiations.uninstall(id, CommitOptions.defaults());

        assertThat(resumed.instantiation().status()).isEqualTo(InstantiationStatus.UNINSTALLED);
        assertThat(fixture.staging.stacks()).isEmpty();
    }

    @Test
    void forgettingLeavesTheTargetAsItIs() {
        StackSpec before = QuayStack.standing(fixture.staging);

        Instantiation forgotten = instantiations.forget(id);

        assertThat(forgotten.status()).isEqualTo(InstantiationStatus.FORGOTTEN);
        assertThat(instantiations.forget(id)).isEqualTo(forgotten);
        assertThat(QuayStack.standing(fixture.staging)).isEqualTo(before);
        assertFails(ErrorCode.WRONG_STATE, () -> instantiations.commit(deployed.id()));
        assertFails(ErrorCode.WRONG_STATE, () -> instantiations.uninstall(id, CommitOptions.defaults()));
        assertFails(ErrorCode.WRONG_STATE, () -> instantiations.drift(id));
    }

    @Test
    void whatHasEndedIsListedAndNeverOutdated() {
        StackDraft two =
                instantiations.create(QuayStack.request(first).stack("quay-two").build());
        instantiations.commit(two.id());
        StackDraft three = instantiations.create(
                QuayStack.request(first).stack("quay-three").build());
        instantiations.commit(three.id());
        QuayStack.next(fixture, first, edited(QuayStack.spec(), QuayStack.SETTINGS, "steady", "brisk"));

        assertThat(outdated()).isEqualTo(3);
        instantiations.forget(two.instantiationId());
        instantiations.uninstall(three.instantiationId(), CommitOptions.defaults());

        assertThat(outdated()).isEqualTo(1);
        assertThat(instantiations.list(first.profileId(), PageRequest.first()).items())
                .extracting(Instantiation::status)
                .containsExactly(
                        InstantiationStatus.UNINSTALLED, InstantiationStatus.FORGOTTEN, InstantiationStatus.DEPLOYED);
    }

    private long outdated() {
        long counted =
                fixture.acme().profiles().get(first.profileId()).updateStatus().outdatedInstantiationCount();
        assertThat(instantiations
                        .outdated(first.profileId(), PageRequest.first())
                        .items())
                .hasSize((int) counted);
        return counted;
    }

    @Test
    void aDraftIsDiscardedNotUninstalledOrForgotten() {
        StackDraft draft =
                instantiations.create(QuayStack.request(first).stack("quay-two").build());

        assertThat(assertFails(
                        ErrorCode.WRONG_STATE,
                        () -> instantiations.uninstall(draft.instantiationId(), CommitOptions.defaults())))
                .hasMessageContaining("Discard its draft");
        assertFails(ErrorCode.WRONG_STATE, () -> instantiations.forget(draft.instantiationId()));
    }
}

package io.stackprofile.core;

import static io.stackprofile.core.QuayStack.edited;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.instantiation.Instantiations;
import io.stackprofile.instantiation.RebindRequest;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.instantiation.UpdateRequest;
import io.stackprofile.profile.ProfileVersion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drafts of updates that another update has overtaken. */
class LateDraftsTest {

    private final EngineFixture fixture = new EngineFixture();
    private final Instantiations instantiations = fixture.acme().instantiations();
    private final ProfileVersion first = QuayStack.first(fixture);
    private final StackDraft deployed = QuayStack.deployed(fixture, first);

    @BeforeEach
    void someoneScaledAndTheVersionDroppedAMember() {
        QuayStack.change(fixture.staging, spec -> edited(spec, QuayStack.PLANNER, "replicas: 2", "replicas: 5"));
        QuayStack.next(
                fixture,
                first,
                edited(QuayStack.spec(), QuayStack.SETTINGS, "mode: steady", "mode: brisk")
                        .without(QuayStack.EXPORTER));
    }

    @Test
    void aDraftThatWasOvertakenIsJoinedWithWhatTookThePlaceOfItsInstance() {
        StackDraft quick = instantiations.update(UpdateRequest.of(deployed.instantiationId()));
        StackDraft late = instantiations.update(UpdateRequest.of(deployed.instantiationId()));
        instantiations.commit(quick.id());
        assertFails(ErrorCode.TARGET_MOVED, () -> instantiations.commit(late.id()));

        StackDraft rebound =
                instantiations.rebind(RebindRequest.builder().draft(late.id()).build());
        StackDraft anew = instantiations.update(UpdateRequest.of(late.instantiationId()));
        instantiations.commit(rebound.id());

        assertThat(text(rebound)).contains("replicas: 5");
        assertThat(text(anew)).contains("replicas: 5");
        assertThat(rebound.updates()).contains(quick.instantiationId());
        assertThat(QuayStack.text(fixture.staging, QuayStack.PLANNER)).contains("replicas: 5");
    }

    @Test
    void aDraftOfAnEarlierVersionRemovesWhatTheOneThatOvertookItPutThere() {
        StackDraft late = instantiations.update(UpdateRequest.builder()
                .instantiation(deployed.instantiationId())
                .version(2)
                .build());
        StackDraft quick = instantiations.update(UpdateRequest.builder()
                .instantiation(deployed.instantiationId())
                .version(1)
                .build());
        instantiations.commit(quick.id());

        StackDraft rebound =
                instantiations.rebind(RebindRequest.builder().draft(late.id()).build());

        assertThat(rebound.removals()).containsExactly(QuayStack.EXPORTER);
    }

    private static String text(StackDraft draft) {
        return QuayStack.planner(draft.spec()).text().orElseThrow();
    }
}

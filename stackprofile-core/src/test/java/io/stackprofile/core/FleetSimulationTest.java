package io.stackprofile.core;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Caller;
import io.stackprofile.PageRequest;
import io.stackprofile.diff.Impact;
import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.FleetQuery;
import io.stackprofile.draft.FleetSimulation;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.draft.SimulatedInstance;
import io.stackprofile.draft.SimulatedInstance.Outcome;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.instantiation.FleetFilter;
import io.stackprofile.instantiation.MemberPlan;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What publishing a draft would mean for each instance, before anyone publishes it. */
class FleetSimulationTest {

    private final FleetFixture fleet = new FleetFixture();

    private ProfileDraft draft(DraftEdit... edits) {
        ProfileDraft draft = fleet.acme.drafts().create(CreateDraftRequest.of(fleet.first.profileId()));
        return fleet.acme.drafts().edit(draft.id(), draft.revision(), List.of(edits));
    }

    private static DraftEdit replicas(int replicas) {
        return new DraftEdit.SetValue(FleetFixture.SETTINGS, 0, "/data/replicas", String.valueOf(replicas));
    }

    private Map<String, Outcome> outcomes(FleetSimulation simulation) {
        Map<String, Outcome> outcomes = new TreeMap<>();
        simulation.instances().forEach(instance -> outcomes.put(instance.cluster(), instance.outcome()));
        return outcomes;
    }

    @Test
    void eachInstanceHasTheOutcomeThatAnUpdateWouldHave() {
        fleet.edit("edge-2", 9);
        fleet.clusters.get("prod-1").remove("shop");
        fleet.clusters.remove("prod-2");

        FleetSimulation simulation =
                fleet.acme.drafts().simulate(draft(replicas(2)).id(), FleetQuery.all());

        assertThat(outcomes(simulation))
                .isEqualTo(Map.of(
                        "edge-1", Outcome.CLEAN,
                        "edge-2", Outcome.CONFLICT,
                        "prod-1", Outcome.TARGET_GONE,
                        "prod-2", Outcome.UNREACHABLE));
        assertThat(simulation.impact()).isNotEqualTo(Impact.NONE);
        assertThat(of(simulation, "edge-1").members())
                .isEqualTo(Map.of(MemberPlan.Effect.UPDATE, 1, MemberPlan.Effect.NONE, 1));
        assertThat(of(simulation, "edge-2").conflicts()).hasSize(1);
        assertThat(of(simulation, "prod-2").code()).isPresent();
        assertAbsent("the simulation", simulation.toString(), List.of(FleetFixture.CANARY));
    }

    private static SimulatedInstance of(FleetSimulation simulation, String cluster) {
        return simulation.instances().stream()
                .filter(instance -> instance.cluster().equals(cluster))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDraftThatChangesNothingIsNoOperationForAll() {
        FleetSimulation simulation = fleet.acme.drafts().simulate(draft().id(), FleetQuery.all());

        assertThat(simulation.count(Outcome.NO_OP)).isEqualTo(4);
        assertThat(simulation.impact()).isEqualTo(Impact.NONE);
    }

    @Test
    void whatWouldHaveToBeGivenIsSaid() {
        Parameter region = Parameter.builder()
                .name("region")
                .type(ParameterType.STRING)
                .required(true)
                .build();

        FleetSimulation simulation = fleet.acme
                .drafts()
                .simulate(draft(new DraftEdit.PutParameter(region)).id(), FleetQuery.all());

        assertThat(simulation.count(Outcome.INVALID_BINDING)).isEqualTo(4);
        assertThat(simulation.instances())
                .allSatisfy(
                        instance -> assertThat(instance.findings().toString()).contains("region"));
    }

    @Test
    void nothingIsWrittenAnywhere() {
        ProfileDraft draft = draft(replicas(2));
        String store = state();

        fleet.acme.drafts().simulate(draft.id(), FleetQuery.all());

        assertThat(state()).isEqualTo(store);
        assertThat(fleet.clusters.values()).allMatch(cluster -> cluster.draftCount() == 0);
        assertThat(fleet.clusters.keySet())
                .allSatisfy(cluster -> assertThat(fleet.running(cluster)).isEqualTo(FleetFixture.settings(1)));
        assertThat(fleet.acme.drafts().get(draft.id())).isEqualTo(draft);
    }

    private String state() {
        return fleet.acme.profiles().get(fleet.first.profileId()).toString()
                + fleet.acme.instantiations().list(fleet.first.profileId(), PageRequest.first());
    }

    @Test
    void itIsPagedAndFiltered() {
        ProfileDraft draft = draft(replicas(2));
        FleetQuery two = FleetQuery.builder().page(PageRequest.first(2)).build();

        FleetSimulation first = fleet.acme.drafts().simulate(draft.id(), two);
        FleetSimulation second = fleet.acme
                .drafts()
                .simulate(
                        draft.id(),
                        FleetQuery.builder()
                                .page(PageRequest.first(2).at(first.next().orElseThrow()))
                                .build());
        FleetSimulation edges = fleet.acme
                .drafts()
                .simulate(
                        draft.id(),
                        FleetQuery.builder()
                                .filter(FleetFilter.builder()
                                        .addCluster("edge-*")
                                        .build())
                                .build());

        assertThat(outcomes(first).keySet()).containsExactly("prod-1", "prod-2");
        assertThat(outcomes(second).keySet()).containsExactly("edge-1", "edge-2");
        assertThat(outcomes(edges).keySet()).containsExactly("edge-1", "edge-2");
    }

    @Test
    void anotherOrganisationsInstancesAreNotShown() {
        ProfileDraft draft = draft(replicas(2));

        assertFails(
                ErrorCode.NOT_FOUND,
                () -> fleet.engine.as(Caller.of("globex", "gina")).drafts().simulate(draft.id(), FleetQuery.all()));
    }
}

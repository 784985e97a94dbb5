package io.stackprofile.core;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.CallOptions;
import io.stackprofile.Caller;
import io.stackprofile.Role;
import io.stackprofile.core.watch.TraceLogs;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.instantiation.FleetFilter;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.instantiation.RolloutReport;
import io.stackprofile.instantiation.RolloutRequest;
import io.stackprofile.instantiation.RolloutStep;
import io.stackprofile.instantiation.RolloutStep.Outcome;
import io.stackprofile.instantiation.RolloutWave;
import io.stackprofile.parameter.SecretRef;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RolloutTest {

    private final FleetFixture fleet = new FleetFixture();

    private RolloutRequest.Builder request() {
        RolloutRequest.Builder request = RolloutRequest.builder();
        request.profile(fleet.first.profileId());
        return request;
    }

    private RolloutReport roll(RolloutRequest.Builder request) {
        return fleet.acme.instantiations().rollout(request.build());
    }

    private static List<String> told(RolloutReport report) {
        return report.steps().stream()
                .map(step -> step.wave() + " " + step.cluster() + " " + step.outcome())
                .toList();
    }

    @Test
    void everyOutdatedInstanceIsBroughtOnInWaves() {
        fleet.next(2, "");

        RolloutReport report = roll(request().addWave(RolloutWave.count(1)).addWave(RolloutWave.percent(25)));

        assertThat(told(report))
                .containsExactly("1 edge-1 UPDATED", "2 edge-2 UPDATED", "3 prod-1 UPDATED", "3 prod-2 UPDATED");
        assertThat(fleet.clusters.keySet())
                .allSatisfy(cluster -> assertThat(fleet.running(cluster)).isEqualTo(FleetFixture.settings(2)));
        assertThat(report.steps())
                .allSatisfy(step -> assertThat(step.successor()).isPresent());
        assertThat(roll(request()).steps()).isEmpty();
    }

    @Test
    void aLocalEditOnTheSamePlaceIsAConflictThatStopsTheRollout() {
        fleet.next(2, "");
        fleet.edit("edge-2", 9);

        RolloutReport report = roll(request());

        assertThat(told(report))
                .containsExactly(
                        "1 edge-1 UPDATED", "1 edge-2 CONFLICT", "1 prod-1 NOT_REACHED", "1 prod-2 NOT_REACHED");
        assertThat(report.stopped()).isTrue();
        assertThat(report.steps().get(1).conflicts()).hasSize(1);
        assertThat(fleet.running("edge-2")).isEqualTo(FleetFixture.settings(9));
        assertThat(told(roll(request().continueOnError())))
                .containsExactly("1 edge-2 CONFLICT", "1 prod-1 UPDATED", "1 prod-2 UPDATED");
        assertThat(fleet.clusters.get("edge-2").draftCount()).isZero();
    }

    @Test
    void whatHasToBeGivenIsAskedAndGivenForAll() {
        fleet.next(2, "  token: Gh5-other-canary-Rd3\n");

        RolloutReport asked = roll(request().continueOnError());

        assertThat(asked.count(Outcome.INVALID_BINDING)).isEqualTo(4);
        assertThat(asked.steps()).allSatisfy(step -> assertThat(step.findings()).isNotEmpty());
        assertThat(roll(request().bindSecret("credentials_token", new SecretRef("vault", "token")))
                        .complete())
                .isTrue();
    }

    @Test
    void aMemberThatFailsLeavesItPartialAndTheNextRolloutResumesIt() {
        fleet.next(2, "");
        fleet.clusters.get("edge-1").failOn(FleetFixture.SETTINGS);

        assertThat(told(roll(request().toleratedFailures(1))))
                .containsExactly("1 edge-1 PARTIAL", "1 edge-2 UPDATED", "1 prod-1 UPDATED", "1 prod-2 UPDATED");
        fleet.clusters.get("edge-1").heal();

        assertThat(told(roll(request()))).containsExactly("1 edge-1 UPDATED");
        assertThat(fleet.instance("edge-1").status()).isEqualTo(InstantiationStatus.DEPLOYED);
        assertThat(fleet.clusters.get("edge-1").draftCount()).isZero();
    }

    @Test
    void filtersChooseByClusterStackAndInstance() {
        fleet.next(2, "");
        FleetFilter edges = FleetFilter.builder().addCluster("edge-*").build();
        FleetFilter none = FleetFilter.builder().addStack("other").build();
        FleetFilter channel = FleetFilter.builder().addChannel("beta").build();
        FleetFilter one =
                FleetFilter.builder().addId(fleet.instance("prod-2").id()).build();

        assertThat(roll(request().filter(none)).steps()).isEmpty();
        assertThat(roll(request().filter(channel)).steps()).isEmpty();
        assertThat(told(roll(request().filter(edges)))).containsExactly("1 edge-1 UPDATED", "1 edge-2 UPDATED");
        assertThat(told(roll(request().filter(one)))).containsExactly("1 prod-2 UPDATED");
        assertThat(told(roll(request().filter(FleetFilter.all()))))
                .containsExactly("1 edge-1 ALREADY", "1 edge-2 ALREADY", "1 prod-1 UPDATED", "1 prod-2 ALREADY");
    }

    @Test
    void anEarlierVersionIsRolledOutTheSameWay() {
        fleet.next(2, "");
        roll(request());

        assertThat(roll(request().filter(FleetFilter.all()).version(1)).count(Outcome.UPDATED))
                .isEqualTo(4);
        assertThat(fleet.running("prod-1")).isEqualTo(FleetFixture.settings(1));
    }

    @Test
    void aRolloutThatIsCancelledSaysWhatItDidAndGoesOn() {
        fleet.next(2, "");
        AtomicInteger done = new AtomicInteger();
        CallOptions cancelling = CallOptions.builder()
                .progress(event -> done.set(event.step().startsWith("wave") ? event.done() : done.get()))
                .cancelled(() -> done.get() >= 2)
                .build();

        RolloutReport report =
                fleet.acme.with(cancelling).instantiations().rollout(request().build());

        assertThat(report.count(Outcome.NOT_REACHED)).isPositive();
        assertThat(report.count(Outcome.UPDATED)).isEqualTo(2);
        assertThat(roll(request()).complete()).isTrue();
        assertThat(fleet.clusters.values()).allMatch(cluster -> cluster.draftCount() == 0);
    }

    @Test
    void aDryRunSaysTheSameAndWritesNothing() {
        fleet.next(2, "");
        fleet.edit("edge-2", 9);

        assertThat(told(roll(request().dryRun(true).continueOnError())))
                .containsExactly("1 edge-1 UPDATED", "1 edge-2 CONFLICT", "1 prod-1 UPDATED", "1 prod-2 UPDATED");
        assertThat(fleet.running("edge-1")).isEqualTo(FleetFixture.settings(1));
        assertThat(fleet.clusters.values()).allMatch(cluster -> cluster.draftCount() == 0);
    }

    @Test
    void noSecretIsInAReportOrLog() {
        fleet.next(2, "");
        fleet.edit("edge-2", 9);
        List<String> log = TraceLogs.begin();
        RolloutReport report;
        try {
            report = roll(request().continueOnError());
        } finally {
            TraceLogs.end();
        }

        assertThat(report.steps()).extracting(RolloutStep::outcome).contains(Outcome.UPDATED, Outcome.CONFLICT);
        assertAbsent("the report", report.toString(), List.of(FleetFixture.CANARY));
        assertAbsent("the log", String.join("\n", log), List.of(FleetFixture.CANARY));
    }

    @Test
    void whoMayNotInstantiateMayNotRollOut() {
        assertFails(
                ErrorCode.ACCESS_DENIED,
                () -> fleet.engine
                        .as(Caller.of("acme", "vera", Role.VIEWER))
                        .instantiations()
                        .rollout(request().build()));
    }
}

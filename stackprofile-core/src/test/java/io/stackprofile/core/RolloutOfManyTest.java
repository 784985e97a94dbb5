package io.stackprofile.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Caller;
import io.stackprofile.OrganisationSession;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.StackProfiles;
import io.stackprofile.capture.CaptureRequest;
import io.stackprofile.capture.CaptureVersionRequest;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.instantiation.InstantiateRequest;
import io.stackprofile.instantiation.Instantiation;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.instantiation.RolloutReport;
import io.stackprofile.instantiation.RolloutRequest;
import io.stackprofile.instantiation.RolloutStep;
import io.stackprofile.instantiation.RolloutWave;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.InMemoryCluster;
import io.stackprofile.testkit.InMemoryStore;
import io.stackprofile.testkit.SequenceIds;
import io.stackprofile.testkit.SteppingClock;
import io.stackprofile.testkit.fault.FaultPlan;
import io.stackprofile.testkit.fault.FaultyStore;
import io.stackprofile.testkit.fault.StoreFault;
import io.stackprofile.testkit.fixture.StackBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A thousand instances on fifty clusters, and everything that goes wrong on the way: each is brought on exactly once. */
class RolloutOfManyTest {

    private static final int CLUSTERS = 50;
    private static final int STACKS = 20;
    private static final PageRequest PAGE = PageRequest.first(500);

    private final Random random = new Random(7);
    private final Map<String, FlakyCluster> clusters = new LinkedHashMap<>();
    private final FaultyStore store = FaultyStore.around(new InMemoryStore());
    private final InMemoryCluster source = InMemoryCluster.named("source").put("shop", stack(1));
    private final StackProfiles engine;
    private final OrganisationSession acme;

    RolloutOfManyTest() {
        for (int i = 0; i < CLUSTERS; i++) {
            String name = "edge-%02d".formatted(i);
            clusters.put(name, new FlakyCluster(InMemoryCluster.named(name), random));
        }
        engine = StackProfileEngine.builder()
                .store(store)
                .clusters((organisation, name) ->
                        name.equals("source") ? Optional.of(source) : Optional.ofNullable(clusters.get(name)))
                .clock(SteppingClock.seconds())
                .ids(SequenceIds.fromStart())
                .build();
        acme = engine.as(Caller.of("acme", "alice"));
    }

    private static StackSpec stack(int replicas) {
        return StackBuilder.stack("What the shop runs.")
                .manifest(
                        "settings",
                        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata:\n  replicas: \"" + replicas
                                + "\"\n")
                .manifest(
                        "quota",
                        "apiVersion: v1\nkind: ResourceQuota\nmetadata: {name: quota}\nspec: {hard: {pods: \"9\"}}\n")
                .build();
    }

    private ProfileId deployed() {
        ProfileVersion version = acme.profiles()
                .capture(CaptureRequest.builder()
                        .name("shop")
                        .cluster("source")
                        .stack("shop")
                        .build());
        for (String cluster : clusters.keySet()) {
            for (int i = 0; i < STACKS; i++) {
                InstantiateRequest.Builder request = InstantiateRequest.builder();
                request.profile(version.profileId()).cluster(cluster).stack("shop-%02d".formatted(i));
                acme.instantiations()
                        .commit(acme.instantiations().create(request.build()).id());
            }
        }
        source.put("shop", stack(2));
        acme.profiles()
                .captureVersion(
                        version.profileId(), CaptureVersionRequest.builder().build());
        return version.profileId();
    }

    @Test
    void whateverFailsEachInstanceIsBroughtOnExactlyOnce() {
        ProfileId profile = deployed();
        assertThat(acme.profiles().get(profile).updateStatus().outdatedInstantiationCount())
                .isEqualTo(CLUSTERS * STACKS);

        int crashes = 0;
        int stops = 0;
        for (int attempt = 0; attempt < 14; attempt++) {
            goWrong(0.02);
            try {
                RolloutReport report = acme.instantiations().rollout(request(profile, attempt));
                stops += report.stopped() ? 1 : 0;
            } catch (FlakyCluster.Crash killed) {
                crashes++;
            } catch (StackProfileException failed) {
                stops++;
            }
            heal();
            assertCountsAreRight(profile);
        }
        assertThat(crashes).isPositive();
        assertThat(stops).isPositive();

        RolloutReport last = acme.instantiations().rollout(RolloutRequest.of(profile));

        assertThat(last.steps())
                .filteredOn(step -> step.outcome() != RolloutStep.Outcome.UPDATED)
                .isEmpty();
        assertThat(acme.instantiations().rollout(RolloutRequest.of(profile)).steps())
                .isEmpty();
        assertEachIsThereOnce(profile);
    }

    /** Now stopping at the first failure, now at the tenth, now at none. */
    private static RolloutRequest request(ProfileId profile, int attempt) {
        RolloutRequest.Builder request = RolloutRequest.builder();
        request.profile(profile)
                .addWave(RolloutWave.count(1))
                .addWave(RolloutWave.percent(25))
                .toleratedFailures(attempt % 3 == 0 ? 0 : attempt % 3 == 1 ? 10 : Integer.MAX_VALUE);
        return request.build();
    }

    private void goWrong(double share) {
        clusters.values().forEach(cluster -> cluster.share(share));
        FaultPlan faults = FaultPlan.seeded(
                random.nextLong(), share / 8, StoreFault.LOST_ANSWER, StoreFault.LOST_CALL, StoreFault.FAILURE_BEFORE);
        store.plan(method -> {
            if (random.nextDouble() < share / 100) {
                throw new FlakyCluster.Crash();
            }
            return faults.next(method);
        });
    }

    private void heal() {
        clusters.values().forEach(cluster -> cluster.share(0));
        store.heal();
    }

    private void assertCountsAreRight(ProfileId profile) {
        long recount = instances(profile).stream()
                .filter(instance -> instance.status() == InstantiationStatus.DEPLOYED && instance.version() == 1)
                .count();
        assertThat(acme.profiles().get(profile).updateStatus().outdatedInstantiationCount())
                .isEqualTo(recount);
    }

    private void assertEachIsThereOnce(ProfileId profile) {
        Map<String, List<Instantiation>> live = instances(profile).stream()
                .filter(instance -> instance.status() != InstantiationStatus.SUPERSEDED)
                .collect(Collectors.groupingBy(instance -> instance.cluster() + "/" + instance.stack()));
        assertThat(live.keySet()).hasSize(CLUSTERS * STACKS);
        live.forEach((target, instances) -> assertThat(instances)
                .as(target)
                .singleElement()
                .satisfies(instance -> {
                    assertThat(instance.status()).isEqualTo(InstantiationStatus.DEPLOYED);
                    assertThat(instance.version()).isEqualTo(2);
                }));
        clusters.forEach((name, cluster) -> {
            assertThat(cluster.cluster.draftCount()).as("drafts on " + name).isZero();
            for (String stack : cluster.stacks()) {
                assertThat(cluster.applied(stack))
                        .as("commits that changed %s/%s", name, stack)
                        .isEqualTo(2);
            }
        });
        assertThat(acme.profiles().get(profile).updateStatus().outdatedInstantiationCount())
                .isZero();
    }

    private List<Instantiation> instances(ProfileId profile) {
        List<Instantiation> all = new ArrayList<>();
        Optional<PageRequest> request = Optional.of(PAGE);
        while (request.isPresent()) {
            var page = acme.instantiations().list(profile, request.get());
            all.addAll(page.items());
            request = page.next().map(PAGE::at);
        }
        return all;
    }

    @Test
    void aDryRunOverAllSaysWhatWouldHappenAndWritesNothing() {
        ProfileId profile = deployed();
        RolloutRequest.Builder request = RolloutRequest.builder();
        request.profile(profile).dryRun(true);

        RolloutReport report = acme.instantiations().rollout(request.build());

        assertThat(report.count(RolloutStep.Outcome.UPDATED)).isEqualTo(CLUSTERS * STACKS);
        assertThat(instances(profile)).hasSize(CLUSTERS * STACKS).allMatch(instance -> instance.version() == 1);
        assertThat(clusters.values()).allMatch(cluster -> cluster.cluster.draftCount() == 0);
    }
}

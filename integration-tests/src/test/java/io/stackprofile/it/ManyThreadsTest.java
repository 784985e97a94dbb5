package io.stackprofile.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.capture.CaptureVersionRequest;
import io.stackprofile.error.ConflictException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.instantiation.Instantiation;
import io.stackprofile.profile.Profile;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.profile.VersionSummary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sixteen threads at once lose nothing. */
class ManyThreadsTest extends OverEachStore {

    private static final int THREADS = 16;

    private static void together(List<Callable<?>> tasks) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> all = new ArrayList<>();
            tasks.forEach(task -> all.add(pool.submit(task)));
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private ProfileVersion publish(ProfileId id, String channel, String changelog) {
        return world.acme()
                .profiles()
                .captureVersion(
                        id,
                        CaptureVersionRequest.builder()
                                .channel(channel)
                                .changelog(changelog)
                                .build());
    }

    @Test
    void twoHundredVersionsHaveTheirNumbersAndChangelogs() throws Exception {
        ProfileId id = world.capture("shop").profileId();
        List<Callable<?>> tasks = new ArrayList<>();
        Set<String> changelogs = new HashSet<>();
        for (int number = 2; number <= 200; number++) {
            String changelog = "change " + number;
            changelogs.add(changelog);
            tasks.add(() -> publish(id, "stable", changelog));
        }

        together(tasks);

        Profile profile = world.acme().profiles().get(id);
        assertThat(profile.versions())
                .extracting(VersionSummary::version)
                .containsExactlyElementsOf(IntStream.iterate(200, number -> number - 1)
                        .limit(200)
                        .boxed()
                        .toList());
        assertThat(profile.versions())
                .extracting(VersionSummary::changelog)
                .filteredOn(Optional::isPresent)
                .extracting(Optional::get)
                .containsExactlyInAnyOrderElementsOf(changelogs);
        assertThat(profile.currentVersion()).isEqualTo(200);
        assertThat(profile.revision()).isEqualTo(200);
        assertThat(world.acme().profiles().history(id, PageRequest.first(500)).items())
                .hasSize(200);
        assertThat(world.told).hasSize(200);
    }

    @Test
    void theOutdatedCountIsExactAfterPublishingPinningAndDeployingAtOnce() throws Exception {
        ProfileVersion first = world.capture("shop");
        ProfileId id = first.profileId();
        List<Callable<?>> tasks = new ArrayList<>();
        for (int number = 0; number < 32; number++) {
            String stack = "stack-" + number;
            boolean stable = number % 2 == 0;
            tasks.add(
                    () -> World.deploy(world.acme(), World.request(first, stack).build()));
            tasks.add(() -> publish(id, stable ? "stable" : "beta", stack));
            tasks.add(() -> pinSomething(id));
        }

        together(tasks);

        Profile pinned = world.acme().profiles().get(id);
        assertExact(pinned);
        Profile free = world.acme().profiles().unpin(id, pinned.revision());
        assertThat(free.currentVersion()).isEqualTo(free.channels().get("stable"));
        assertExact(free);
    }

    private Profile pinSomething(ProfileId id) {
        while (true) {
            Profile read = world.acme().profiles().get(id);
            try {
                return world.acme().profiles().pin(id, read.revision(), Math.max(1, read.latestVersion() / 2));
            } catch (ConflictException stale) {
                // Another thread got on; read again.
                assertThat(stale.code()).isEqualTo(ErrorCode.STALE_REVISION);
            }
        }
    }

    private void assertExact(Profile profile) {
        List<Instantiation> all = world.acme()
                .instantiations()
                .list(profile.id(), PageRequest.first(100))
                .items();
        assertThat(all).hasSize(32);
        long behind = all.stream()
                .filter(instance -> instance.version() < profile.currentVersion())
                .count();
        assertThat(profile.updateStatus().outdatedInstantiationCount()).isEqualTo(behind);
        assertThat(all.stream().filter(Instantiation::outdated)).hasSize((int) behind);
    }
}

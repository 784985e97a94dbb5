package io.stackprofile.it;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.capture.CaptureRequest;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.profile.DeprecateRequest;
import io.stackprofile.profile.Deprecation;
import io.stackprofile.profile.ProfileChange;
import io.stackprofile.profile.ProfileChange.Kind;
import io.stackprofile.profile.ProfileChanges;
import io.stackprofile.profile.ProfileState;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.profile.Visibility;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every change of a profile is told to listeners, and kept. */
class HistoryTest extends OverEachStore {

    private static final DeprecateRequest WHY = DeprecateRequest.of(Deprecation.Reason.DEFECT);

    /** Makes every kind of change; the id of the profile, which is deleted. */
    private ProfileId life() {
        ProfileVersion one = world.capture("shop");
        ProfileId id = one.profileId();
        world.next(one, "stable");
        var profiles = world.acme().profiles();
        profiles.update(
                id, ProfileChanges.builder().name("store").category("web").build());
        profiles.pin(id, 3, 1);
        profiles.unpin(id, 4);
        profiles.deprecate(id, 5, 1, WHY);
        profiles.undeprecate(id, 6, 1);
        profiles.share(id, 7, "globex");
        profiles.unshare(id, 8, "globex");
        profiles.delete(id);
        return id;
    }

    private List<ProfileChange> history(ProfileId id, int pageSize) {
        List<ProfileChange> all = new ArrayList<>();
        Optional<PageRequest> at = Optional.of(PageRequest.first(pageSize));
        while (at.isPresent()) {
            Page<ProfileChange> page = world.acme().profiles().history(id, at.get());
            all.addAll(page.items());
            at = page.next().map(PageRequest.first(pageSize)::at);
        }
        return all;
    }

    @Test
    void historyHasEveryChangeNewestFirstEvenOfAProfileThatIsGone() {
        ProfileId id = life();

        List<ProfileChange> changes = history(id, 3);

        assertThat(changes)
                .extracting(ProfileChange::kind)
                .containsExactly(
                        Kind.DELETED,
                        Kind.UNSHARED,
                        Kind.SHARED,
                        Kind.DEPRECATION_LIFTED,
                        Kind.DEPRECATED,
                        Kind.UNPINNED,
                        Kind.PINNED,
                        Kind.UPDATED,
                        Kind.VERSION_ADDED,
                        Kind.CREATED);
        assertThat(changes)
                .extracting(ProfileChange::revision)
                .containsExactly(10L, 9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
        assertThat(changes).extracting(ProfileChange::by).containsOnly("alice");
        assertThat(changes).isEqualTo(history(id, 100));
    }

    @Test
    void anEntrySaysWhatTheProfileWasBeforeAndAfter() {
        List<ProfileChange> changes = history(life(), 100);

        for (int newer = 0; newer + 1 < changes.size(); newer++) {
            assertThat(changes.get(newer).before())
                    .isEqualTo(changes.get(newer + 1).after());
        }
        ProfileChange created = changes.get(9);
        assertThat(created.before()).isEmpty();
        assertThat(created.version()).contains(1);
        ProfileState first = created.after().orElseThrow();
        assertThat(first)
                .isEqualTo(new ProfileState(1, "shop", 1, created.digest().orElseThrow()));
        assertThat(changes.get(7).fields()).containsExactly("name", "category");
        assertThat(changes.get(7).after()).map(ProfileState::name).contains("store");
        assertThat(changes.get(6).after()).contains(new ProfileState(4, "store", 1, first.digest()));
        assertThat(changes.get(2).sharedWith()).contains("globex");
        assertThat(changes.get(0).after()).isEmpty();
        assertAbsent("the history", changes.toString(), List.of(World.CANARY));
    }

    @Test
    void listenersHearWhatHistoryKeepsThoughAnotherListenerFails() {
        ProfileId id = life();

        List<ProfileChange> heard = new ArrayList<>(world.told);
        Collections.reverse(heard);

        assertThat(heard).isEqualTo(history(id, 100));
    }

    @Test
    void nothingIsToldOfACallThatFailsAndARepeatTellsTheSameChangeAgain() {
        CaptureRequest request = CaptureRequest.builder()
                .name("shop")
                .cluster("prod")
                .stack("shop")
                .requestKey("once")
                .build();
        ProfileId id = world.acme().profiles().capture(request).profileId();
        assertFails(ErrorCode.STALE_REVISION, () -> world.acme().profiles().pin(id, 9, 1));
        assertThat(world.told).hasSize(1);

        world.acme().profiles().capture(request);

        assertThat(world.told).hasSize(2);
        assertThat(world.told.get(1)).isEqualTo(world.told.get(0));
        assertThat(history(id, 10)).hasSize(1);
    }

    @Test
    void historyIsTheOwnersAloneAndItsTokensAreItsOwn() {
        ProfileVersion one = world.capture("shop");
        ProfileVersion other = world.capture("other");
        world.acme()
                .profiles()
                .update(
                        one.profileId(),
                        ProfileChanges.builder().visibility(Visibility.PUBLIC).build());
        world.next(other, "stable");

        assertFails(
                ErrorCode.NOT_FOUND, () -> world.as("globex").profiles().history(one.profileId(), PageRequest.first()));
        String token = world.acme()
                .profiles()
                .history(one.profileId(), PageRequest.first(1))
                .next()
                .orElseThrow();
        assertFails(
                ErrorCode.INVALID_REQUEST,
                () -> world.acme()
                        .profiles()
                        .history(other.profileId(), PageRequest.first(1).at(token)));
    }
}

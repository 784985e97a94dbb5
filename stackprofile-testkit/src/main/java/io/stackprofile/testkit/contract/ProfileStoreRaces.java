package io.stackprofile.testkit.contract;

import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.profile.Deprecation;
import io.stackprofile.spi.store.ProfileKey;
import io.stackprofile.spi.store.ProfileRecord;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The part of {@link ProfileStoreContract} about different writes at the same moment: [PS-11], [PS-12] and names. */
public abstract class ProfileStoreRaces extends ProfileStoreNeighbours {

    /** For {@link ProfileStoreContract}. */
    ProfileStoreRaces() {}

    @Test
    @Clause("PS-11")
    public void required_PS11_createRefusesAnIdThatIsThere() {
        ProfileRecord first = create(ACME, "platform");
        ProfileRecord again = records.profile(first.id().value(), Traits.of(ACME, "again"));
        String check = "PS-11: create inserts and never replaces; an id that is there is STALE_REVISION";
        assertFails(ErrorCode.STALE_REVISION, () -> profiles().create("again", again, records.version(1)), check);
        assertUntouched(first, check);
        assertEquals(Optional.empty(), profiles().find(ACME, ProfileKey.of("again")), check);
    }

    @Test
    @Clause("PS-11")
    public void required_PS11_ofConcurrentCreatesOfOneIdOneSucceeds() {
        String check = "PS-11: of concurrent creates of one id one succeeds; let the primary key decide, and tell its"
                + " violation from a taken name";
        for (int round = 0; round < Race.ROUNDS; round++) {
            var id = records.nextId();
            String name = "n" + round + "-";
            ProfileRecord winner = Race.oneWins(ErrorCode.STALE_REVISION, check, runner -> {
                ProfileRecord created = records.profile(id, Traits.of(ACME, name + runner));
                return profiles().create("key-" + name + runner, created, records.version(1));
            });
            assertUntouched(winner, check);
        }
    }

    @Test
    @Clause("PS-12")
    public void required_PS12_ofDifferentWritesOnOneRevisionOneTakesEffect() {
        String check = "PS-12: of an append, an update, a deprecation and a deletion on one revision one takes effect;"
                + " all four compare and raise the same revision";
        for (int round = 0; round < Race.ROUNDS; round++) {
            ProfileRecord at = create(ACME, "platform-" + round);
            List<Race.Outcome<Optional<ProfileRecord>>> outcomes = Race.run(runner -> write(runner, at));
            List<Optional<ProfileRecord>> winners = outcomes.stream()
                    .flatMap(outcome -> outcome.value().stream())
                    .toList();
            assertEquals(1, winners.size(), check + " (so many succeeded)");
            outcomes.stream()
                    .flatMap(outcome -> outcome.refusal().stream())
                    .forEach(refusal -> assertTrue(
                            Set.of(ErrorCode.STALE_REVISION, ErrorCode.NOT_FOUND)
                                    .contains(refusal.code()),
                            check + " (a loser was refused with " + refusal.code() + ")"));
            assertEquals(winners.get(0), profiles().find(ACME, ProfileKey.of(at.id())), check);
            int versions = winners.get(0).map(ProfileRecord::latestVersion).orElse(0);
            assertEquals(versions, profiles().versions(ACME, at.id()).size(), check);
        }
    }

    private Optional<ProfileRecord> write(int runner, ProfileRecord at) {
        ProfileRecord changed = records.changed(at, Traits.of(at).category("by-" + runner));
        Deprecation why = Deprecation.builder()
                .reason(Deprecation.Reason.DEFECT)
                .at(Records.LATER)
                .by("bob")
                .build();
        return switch (runner) {
            case 0 -> Optional.of(append(at));
            case 1 -> Optional.of(profiles().update(1, changed));
            case 2 -> Optional.of(profiles().deprecate(1, changed, 1, Optional.of(why)));
            default -> {
                profiles().delete(1, changed);
                yield Optional.empty();
            }
        };
    }

    @Test
    @Clause("PS-5")
    public void required_PS5_ofConcurrentRenamesToOneNameOneSucceeds() {
        String check =
                "PS-5: of concurrent renames and creates of one name one succeeds; let a unique index decide, not"
                        + " a look-up";
        for (int round = 0; round < Race.ROUNDS; round++) {
            String name = "wanted-" + round;
            List<ProfileRecord> renamed =
                    List.of(create(ACME, "a-" + round), create(ACME, "b-" + round), create(ACME, "c-" + round));
            ProfileRecord winner = Race.oneWins(
                    ErrorCode.NAME_TAKEN,
                    check,
                    runner -> runner < renamed.size()
                            ? profiles().update(1, records.changed(renamed.get(runner), Traits.of(ACME, name)))
                            : create(ACME, name));
            assertUntouched(winner, check);
        }
    }
}

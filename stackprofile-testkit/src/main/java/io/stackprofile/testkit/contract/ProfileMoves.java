package io.stackprofile.testkit.contract;

import io.stackprofile.ProfileId;
import io.stackprofile.spi.store.ProfileKey;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.ProfileStore;
import io.stackprofile.spi.store.VersionHeader;
import io.stackprofile.spi.store.VersionRecord;
import io.stackprofile.testkit.internal.history.Move;
import io.stackprofile.testkit.internal.history.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** One thread's random calls of a {@link ProfileStore}, on few profiles that compete for two names. */
final class ProfileMoves implements Supplier<Operation<ProfileModel>> {

    private static final String ACME = StoreContract.ACME;

    /** What the threads share: the ids there are, of which the first so many were used in a create. */
    record Field(List<ProfileId> ids, AtomicInteger created, String prefix) {}

    private final ProfileStore profiles;
    private final Records records;
    private final Field field;
    private final Random random;
    private final String me;
    private final Map<ProfileId, ProfileRecord> seen = new HashMap<>();
    private int made;

    ProfileMoves(ProfileStore profiles, Records records, Field field, Random random, String me) {
        this.profiles = profiles;
        this.records = records;
        this.field = field;
        this.random = random;
        this.me = me;
    }

    @Override
    public Operation<ProfileModel> get() {
        ProfileId id =
                field.ids().get(random.nextInt(Math.max(1, field.created().get())));
        String profile = "profile " + field.ids().indexOf(id);
        String name = field.prefix() + random.nextInt(2);
        return switch (random.nextInt(10)) {
            case 0, 1 -> create(name);
            case 2, 3 -> known(id, last -> append(profile, last));
            case 4, 5 -> known(id, last -> update(profile, last, name));
            case 6 -> known(id, last -> delete(profile, last));
            case 7 ->
                Move.read("versions of " + profile, () -> profiles.versions(ACME, id), state -> state.versions(id));
            case 8 -> Move.read("find " + name, () -> found(ProfileKey.of(name)), state -> state.find(name));
            default -> find(id);
        };
    }

    private Operation<ProfileModel> find(ProfileId id) {
        String profile = "profile " + field.ids().indexOf(id);
        return Move.read("find " + profile, () -> found(ProfileKey.of(id)), state -> state.find(id));
    }

    private interface Change {
        Operation<ProfileModel> of(ProfileRecord last);
    }

    /** A change of what this thread last saw; a look when it saw nothing yet. */
    private Operation<ProfileModel> known(ProfileId id, Change change) {
        return Optional.ofNullable(seen.get(id)).map(change::of).orElseGet(() -> find(id));
    }

    private String mark() {
        return me + "-" + made++;
    }

    private Operation<ProfileModel> create(String name) {
        ProfileId id = field.ids().get(field.created().getAndIncrement());
        ProfileRecord created =
                records.profile(id.value(), Traits.of(ACME, name).category(mark()));
        String key = field.prefix() + created.category();
        VersionRecord first = records.version(1);
        return Move.write(
                "create profile " + field.ids().indexOf(id) + " as " + name,
                () -> saw(profiles.create(key, created, first)),
                state -> state.create(key, created, first.header()));
    }

    private Operation<ProfileModel> append(String profile, ProfileRecord last) {
        ProfileRecord changed = records.appended(last);
        VersionRecord version = records.version(changed.latestVersion(), "{\"by\": \"" + mark() + "\"}", Set.of());
        VersionHeader header = version.header();
        String key = field.prefix() + mark();
        return Move.write(
                "append version " + header.number() + " to " + profile + " on " + last.revision(),
                () -> saw(profiles.append(key, last.revision(), changed, version)),
                state -> state.append(key, last.revision(), changed, header));
    }

    private Operation<ProfileModel> update(String profile, ProfileRecord last, String name) {
        Traits traits = Traits.of(last).name(random.nextInt(3) == 0 ? name : last.name());
        ProfileRecord changed = records.changed(last, traits.category(mark()));
        return Move.write(
                "update " + profile + " on " + last.revision() + " as " + changed.name(),
                () -> saw(profiles.update(last.revision(), changed)),
                state -> state.update(last.revision(), changed));
    }

    private Operation<ProfileModel> delete(String profile, ProfileRecord last) {
        ProfileRecord gone = records.changed(last, Traits.of(last));
        return Move.write(
                "delete " + profile + " on " + last.revision(),
                () -> {
                    profiles.delete(last.revision(), gone);
                    return Register.DONE;
                },
                state -> state.delete(last.revision(), gone));
    }

    private ProfileRecord saw(ProfileRecord profile) {
        seen.put(profile.id(), profile);
        return profile;
    }

    private Object found(ProfileKey key) {
        Optional<ProfileRecord> found = profiles.find(ACME, key);
        found.ifPresent(this::saw);
        return found;
    }
}

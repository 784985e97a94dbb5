package io.stackprofile.testkit.contract;

import io.stackprofile.ProfileId;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.VersionHeader;
import io.stackprofile.testkit.internal.history.Operation.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The model of one organisation's profiles: the clauses of the SPI, one call after another.
 *
 * @param live the profiles there are
 * @param versions their versions' headers, newest first
 * @param answered what request keys were answered
 */
record ProfileModel(
        Map<ProfileId, ProfileRecord> live,
        Map<ProfileId, List<VersionHeader>> versions,
        Map<String, ProfileRecord> answered) {

    static ProfileModel nothing() {
        return new ProfileModel(Map.of(), Map.of(), Map.of());
    }

    Optional<ProfileRecord> find(ProfileId id) {
        return Optional.ofNullable(live.get(id));
    }

    Optional<ProfileRecord> find(String name) {
        return live.values().stream()
                .filter(profile -> profile.name().equals(name))
                .findFirst();
    }

    List<VersionHeader> versions(ProfileId id) {
        return versions.getOrDefault(id, List.of());
    }

    Outcome<ProfileModel> create(String key, ProfileRecord created, VersionHeader first) {
        if (answered.containsKey(key)) {
            return Outcome.of(this, answered.get(key));
        }
        return find(created.name()).isPresent()
                ? refused(Set.of(ErrorCode.NAME_TAKEN))
                : Outcome.of(with(key, created, List.of(first)), created);
    }

    Outcome<ProfileModel> append(String key, long expected, ProfileRecord changed, VersionHeader header) {
        if (answered.containsKey(key)) {
            return Outcome.of(this, answered.get(key));
        }
        Set<Object> refusals = refusals(expected, changed);
        List<VersionHeader> headers = new ArrayList<>(List.of(header));
        headers.addAll(versions(changed.id()));
        return refusals.isEmpty() ? Outcome.of(with(key, changed, headers), changed) : refused(refusals);
    }

    Outcome<ProfileModel> update(long expected, ProfileRecord changed) {
        Set<Object> refusals = refusals(expected, changed);
        return refusals.isEmpty() ? Outcome.of(with(changed), changed) : refused(refusals);
    }

    Outcome<ProfileModel> delete(long expected, ProfileRecord last) {
        Set<Object> refusals = refusals(expected, last);
        refusals.remove(ErrorCode.NAME_TAKEN);
        return refusals.isEmpty() ? Outcome.of(without(last.id()), Register.DONE) : refused(refusals);
    }

    /** Why a change is refused; any of these may be said, since no clause orders the checks. */
    private Set<Object> refusals(long expected, ProfileRecord changed) {
        Set<Object> refusals = new HashSet<>();
        Optional<ProfileRecord> current = find(changed.id());
        if (current.isEmpty()) {
            refusals.add(ErrorCode.NOT_FOUND);
            return refusals;
        }
        if (current.get().revision() != expected) {
            refusals.add(ErrorCode.STALE_REVISION);
        }
        if (find(changed.name())
                .filter(other -> !other.id().equals(changed.id()))
                .isPresent()) {
            refusals.add(ErrorCode.NAME_TAKEN);
        }
        return refusals;
    }

    private Outcome<ProfileModel> refused(Set<Object> refusals) {
        return new Outcome<>(this, refusals);
    }

    private ProfileModel with(ProfileRecord profile) {
        Map<ProfileId, ProfileRecord> changed = new HashMap<>(live);
        changed.put(profile.id(), profile);
        return new ProfileModel(Map.copyOf(changed), versions, answered);
    }

    private ProfileModel with(String key, ProfileRecord profile, List<VersionHeader> headers) {
        Map<ProfileId, List<VersionHeader>> appended = new HashMap<>(versions);
        appended.put(profile.id(), List.copyOf(headers));
        Map<String, ProfileRecord> keys = new HashMap<>(answered);
        keys.put(key, profile);
        return new ProfileModel(with(profile).live(), Map.copyOf(appended), Map.copyOf(keys));
    }

    private ProfileModel without(ProfileId id) {
        Map<ProfileId, ProfileRecord> left = new HashMap<>(live);
        left.remove(id);
        Map<ProfileId, List<VersionHeader>> others = new HashMap<>(versions);
        others.remove(id);
        return new ProfileModel(Map.copyOf(left), Map.copyOf(others), answered);
    }
}

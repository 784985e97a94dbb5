package io.stackprofile.samples.store;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Profiles' metadata, their names, and which requests they answered. */
final class ProfileIndex {

    private record Name(String organisation, String name) {}

    private final Map<UUID, ProfileRow> profiles = new HashMap<>();
    private final Map<Name, UUID> names = new HashMap<>();
    private final Map<UUID, Set<Key>> answers = new HashMap<>();

    void add(Row row) {
        if (row instanceof ProfileRow profile) {
            profiles.put(profile.id(), profile);
            names.put(new Name(profile.organisation(), profile.name()), profile.id());
        } else if (row instanceof AnswerRow answer) {
            answers.computeIfAbsent(answer.profile().id(), id -> new LinkedHashSet<>())
                    .add(answer.key());
        }
    }

    void drop(Row row) {
        if (row instanceof ProfileRow profile) {
            profiles.remove(profile.id());
            names.remove(new Name(profile.organisation(), profile.name()), profile.id());
        } else if (row instanceof AnswerRow answer) {
            answers.getOrDefault(answer.profile().id(), new LinkedHashSet<>()).remove(answer.key());
        }
    }

    Optional<ProfileRow> find(UUID id) {
        return Optional.ofNullable(profiles.get(id));
    }

    Optional<ProfileRow> find(String organisation, UUID id) {
        return find(id).filter(profile -> profile.organisation().equals(organisation));
    }

    Optional<ProfileRow> find(String organisation, String name) {
        return Optional.ofNullable(names.get(new Name(organisation, name))).flatMap(this::find);
    }

    /** The keys of the answers that show a profile. */
    List<Key> answers(UUID profile) {
        return List.copyOf(answers.getOrDefault(profile, Set.of()));
    }
}

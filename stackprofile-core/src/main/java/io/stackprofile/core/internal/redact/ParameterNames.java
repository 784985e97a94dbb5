package io.stackprofile.core.internal.redact;

import io.stackprofile.core.internal.redact.name.NameWords;
import io.stackprofile.core.internal.redact.scan.Sighting;
import io.stackprofile.core.internal.redact.sweep.SecretLedger;
import io.stackprofile.core.internal.redact.sweep.Sweep;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives every secret its parameter's name. Equal secrets that are strong enough to be searched for share one; weak ones
 * never do. A place that had a name in the version before keeps it; names that would collide are lengthened alike.
 */
final class ParameterNames {

    /** Sightings that share a parameter, in order. */
    private record Group(List<Sighting> sightings) {
        Sighting first() {
            return sightings.get(0);
        }
    }

    private final StackScan scan;
    private final Sweep sweep;
    private final Set<String> secretWords = new HashSet<>();
    private final Set<String> taken = new HashSet<>();
    private final Set<String> existingSecrets = new HashSet<>();
    private final Map<Sighting, String> names = new HashMap<>();
    // Where many secrets of one text have one name, the next that is not yet tried.
    private final Map<String, Integer> salts = new HashMap<>();

    private ParameterNames(StackScan scan, RedactionContext context) {
        this.scan = scan;
        this.sweep = Sweep.of(scan.ledger());
        scan.ledger().entries().stream()
                .map(entry -> String.join("_", NameWords.of(entry.plaintext())))
                .filter(words -> words.length() >= SecretLedger.SHORTEST && words.length() <= 63)
                .forEach(secretWords::add);
        this.taken.addAll(context.reservedNames());
        for (Parameter parameter : scan.parameters()) {
            taken.add(parameter.name());
            if (parameter.type() == ParameterType.SECRET) {
                existingSecrets.add(parameter.name());
            }
        }
    }

    /** The name of each sighting's parameter. */
    static Map<Sighting, String> of(StackScan scan, RedactionContext context) {
        ParameterNames names = new ParameterNames(scan, context);
        List<Group> groups = names.groups();
        groups = names.known(groups);
        groups = names.earlier(groups, EarlierNames.of(context));
        names.lengthening(groups);
        return names.names;
    }

    private List<Group> groups() {
        Map<Object, Group> groups = new LinkedHashMap<>();
        // By name, so that a stack whose members stand in another order gets the same names.
        List<Sighting> ordered = new ArrayList<>(scan.sightings());
        ordered.sort(Comparator.comparing(Sighting::member));
        for (Sighting sighting : ordered) {
            if (sighting.inKey()) {
                continue;
            }
            String secret = sighting.hit().secret();
            Object key = isShared(sighting) ? secret : new Object();
            groups.computeIfAbsent(key, k -> new Group(new ArrayList<>()))
                    .sightings()
                    .add(sighting);
        }
        return new ArrayList<>(groups.values());
    }

    private boolean isShared(Sighting sighting) {
        return scan.ledger().holds(sighting.hit().secret().strip());
    }

    // A secret that is a parameter's default too is that parameter.
    private List<Group> known(List<Group> groups) {
        Map<String, String> bySecret = new HashMap<>();
        scan.parameterHits().forEach((name, hit) -> bySecret.putIfAbsent(hit.secret(), name));
        List<Group> open = new ArrayList<>();
        for (Group group : groups) {
            String name = bySecret.get(group.first().hit().secret());
            if (name != null && isShared(group.first())) {
                name(group, name);
            } else {
                open.add(group);
            }
        }
        return open;
    }

    private List<Group> earlier(List<Group> groups, EarlierNames earlier) {
        List<Group> open = new ArrayList<>();
        for (Group group : groups) {
            String name = earlierName(group, earlier);
            if (name.isEmpty()) {
                open.add(group);
            } else {
                name(group, name);
            }
        }
        return open;
    }

    private String earlierName(Group group, EarlierNames earlier) {
        for (Sighting sighting : group.sightings()) {
            List<String> there =
                    earlier.at(sighting, scan.member(sighting.member()).file());
            List<String> free = there.stream().filter(this::isReusable).toList();
            List<String> own = NameCandidates.of(sighting);
            String name = free.stream()
                    .filter(own::contains)
                    .findFirst()
                    .orElseGet(() -> there.size() == 1 && free.size() == 1 ? free.get(0) : byOrder(sighting, there));
            if (!name.isEmpty() && isReusable(name)) {
                return name;
            }
        }
        return "";
    }

    // Several secrets in one text that have no names of their own there are told apart by their order.
    private String byOrder(Sighting sighting, List<String> there) {
        List<Sighting> here = scan.member(sighting.member()).sightings().stream()
                .filter(other -> other.scalar() == sighting.scalar())
                .toList();
        return here.size() == there.size() ? there.get(here.indexOf(sighting)) : "";
    }

    private boolean isReusable(String name) {
        return !taken.contains(name) || (existingSecrets.contains(name) && !names.containsValue(name));
    }

    private void lengthening(List<Group> groups) {
        List<Group> open = groups;
        for (int level = 0; !open.isEmpty() && level < 5; level++) {
            Map<String, List<Group>> wanted = new LinkedHashMap<>();
            for (Group group : open) {
                List<String> own = NameCandidates.of(group.first());
                String name = own.isEmpty() ? "" : own.get(Math.min(level, own.size() - 1));
                wanted.computeIfAbsent(name, n -> new ArrayList<>()).add(group);
            }
            List<Group> still = new ArrayList<>();
            wanted.forEach((name, owners) -> {
                if (owners.size() == 1 && isFree(name)) {
                    name(owners.get(0), name);
                } else {
                    still.addAll(owners);
                }
            });
            open = still;
        }
        open.forEach(this::hashed);
    }

    private void hashed(Group group) {
        String first = NameCandidates.unique(group.first(), 0);
        for (int salt = salts.getOrDefault(first, 0); ; salt++) {
            String name = NameCandidates.unique(group.first(), salt);
            if (!taken.contains(name)) {
                salts.put(first, salt + 1);
                name(group, tellsNothing(name) ? name : "secret" + name.substring(name.lastIndexOf('_')));
                return;
            }
        }
    }

    // A key may hold a secret, as a chart's tokens by user do; its name must not.
    private boolean isFree(String name) {
        return !name.isEmpty() && !taken.contains(name) && tellsNothing(name);
    }

    private boolean tellsNothing(String name) {
        return sweep.find(name).isEmpty() && secretWords.stream().noneMatch(name::contains);
    }

    private void name(Group group, String name) {
        taken.add(name);
        group.sightings().forEach(sighting -> names.put(sighting, name));
    }
}

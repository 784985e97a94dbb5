package io.stackprofile.core.internal.many;

import io.stackprofile.parameter.ParameterValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers parts that have the same values in every source, however many places they stand at. */
final class Groups {

    /** A shorter value stands within others by chance. */
    private static final int SHORTEST = 3;

    private final Map<String, List<Group>> byLead = new LinkedHashMap<>();
    private final Map<Part, Group> groups = new LinkedHashMap<>();

    /** A part where it stands. */
    record Placed(Spot spot, Part part, Group group) {}

    /** Every part with its group, by spot, whole values before parts so that parts are cut along them. */
    Map<Spot, List<Placed>> gather(Map<Spot, List<Part>> parts) {
        parts.forEach((spot, all) -> all.stream().filter(Part::whole).forEach(part -> join(spot, part)));
        List<Vector> known = groups.values().stream()
                .distinct()
                .map(Group::vector)
                .filter(Groups::isTelling)
                .toList();
        Map<Spot, List<Placed>> placed = new LinkedHashMap<>();
        parts.forEach((spot, all) -> {
            List<Placed> here = new ArrayList<>();
            for (Part part : all) {
                Part cut = part.whole() ? part : narrowed(part, known);
                here.add(new Placed(spot, cut, join(spot, cut)));
            }
            placed.put(spot, here);
        });
        return placed;
    }

    private Group join(Spot spot, Part part) {
        Group known = groups.get(part);
        if (known != null && known.spots().contains(spot)) {
            return known;
        }
        String key = part.vector().secret() + part.token() + "\n"
                + part.vector().lead().kind() + part.vector().lead().text();
        List<Group> alike = byLead.computeIfAbsent(key, lead -> new ArrayList<>());
        Group group = alike.stream()
                .filter(candidate -> candidate.take(part.token(), part.vector()))
                .findFirst()
                .orElseGet(() -> {
                    Group fresh = new Group(part.token(), part.vector());
                    alike.add(fresh);
                    return fresh;
                });
        group.add(spot, part);
        groups.put(part, group);
        return group;
    }

    /** The part of a host name or path that is known as a value of its own; the same part where there is none. */
    private static Part narrowed(Part part, List<Vector> known) {
        if (!part.token().isEmpty()
                || known.stream().anyMatch(vector -> vector.with(part.vector()).isPresent())) {
            return part;
        }
        return known.stream()
                .map(vector -> within(part, vector))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(part);
    }

    private static Optional<Part> within(Part part, Vector inner) {
        String lead = part.vector().lead().text();
        String value = inner.lead().text();
        int at = lead.indexOf(value);
        if (at < 0 || lead.equals(value)) {
            return Optional.empty();
        }
        String before = lead.substring(0, at);
        String after = lead.substring(at + value.length());
        boolean apart = (before.isEmpty() || before.endsWith(".")) && (after.isEmpty() || after.startsWith("."));
        if (!apart || !matches(part.vector(), inner, before, after)) {
            return Optional.empty();
        }
        int from = part.from() + at;
        return Optional.of(new Part(from, from + value.length(), false, "", "", inner));
    }

    private static boolean matches(Vector outer, Vector inner, String before, String after) {
        for (int i = 0; i < outer.values().size(); i++) {
            Optional<ParameterValue> out = outer.value(i);
            String in = inner.value(i).map(ParameterValue::text).orElse("");
            if (out.isPresent() && !out.get().text().equals(before + in + after)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTelling(Vector vector) {
        List<@Nullable ParameterValue> values = vector.values();
        return !vector.secret()
                && values.stream()
                        .filter(Objects::nonNull)
                        .allMatch(value -> value.kind() == ParameterValue.Kind.STRING
                                && value.text().length() >= SHORTEST
                                && value.text().chars().anyMatch(Character::isLetter));
    }
}

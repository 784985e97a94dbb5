package io.stackprofile.core.internal.redact.scan;

import io.stackprofile.core.internal.redact.name.Resources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of {@code roles.tsv}, found by the last key of their paths. */
final class Roles {

    private static final Map<String, List<Role>> ROWS = read();

    private Roles() {}

    /** The first row that covers exactly this place; null when none does, and what stands above decides. */
    static @Nullable Role at(Place place) {
        if (place.isRoot()) {
            return place.object() == null ? null : first("", place);
        }
        Role role = first(place.plainStep(), place);
        return role != null ? role : first("*", place);
    }

    static List<Role> all() {
        return ROWS.values().stream().flatMap(List::stream).toList();
    }

    private static @Nullable Role first(String last, Place place) {
        for (Role role : ROWS.getOrDefault(last, List.of())) {
            if (role.covers(place)) {
                return role;
            }
        }
        return null;
    }

    private static Map<String, List<Role>> read() {
        Map<String, List<Role>> rows = new HashMap<>();
        for (String line : Resources.lines(Roles.class, "roles.tsv")) {
            String[] row = line.split("\t", -1);
            if (!line.startsWith("#") && row.length == 4) {
                Role role = row(row);
                rows.computeIfAbsent(role.last(), last -> new ArrayList<>()).add(role);
            }
        }
        return rows;
    }

    private static Role row(String[] row) {
        boolean anchored = row[1].startsWith("/");
        String path = anchored ? row[1].substring(1) : row[1];
        return new Role(
                List.of(row[0].split("\\|")),
                path.isEmpty() ? List.of() : List.of(path.split("/")),
                anchored,
                Role.Use.valueOf(row[2].toUpperCase(Locale.ROOT)),
                row[3]);
    }
}

package io.stackprofile.core.internal.redact.scan;

import java.util.List;

/**
 * What fields at a path of objects of some kinds are for: a row of {@code roles.tsv}.
 *
 * @param kinds the kinds; {@code *} is any or none, {@code -} none
 * @param path the keys, from the object's root when {@code anchored}; {@code **} stands for any number of them
 * @param anchored whether the path begins at the object's root
 * @param use what the fields are for
 * @param reason why, as the end of a sentence
 */
record Role(List<String> kinds, List<String> path, boolean anchored, Use use, String reason) {

    /** What a field is for. */
    enum Use {
        /** Nothing is looked for: what stands here is encrypted. */
        SEALED,
        /** Names, references and schemas: only formats are looked for. */
        NEVER,
        /** As if no row above held. */
        OPEN,
        /** Unless it looks like the name of something, a secret. */
        HOLDER,
        /** Unless it cannot be one, a secret. */
        ALWAYS
    }

    private static final String ANY_NUMBER = "**";

    /** The last key of the path, {@code *} where it is no plain word, empty for the object itself. */
    String last() {
        if (path.isEmpty()) {
            return "";
        }
        String last = path.get(path.size() - 1);
        return last.indexOf('*') >= 0 ? "*" : last;
    }

    boolean covers(Place place) {
        String kind = place.object() == null ? "-" : place.object().kind();
        return (kinds.contains("*") || kinds.contains(kind)) && matches(place, path.size() - 1);
    }

    private boolean matches(Place place, int index) {
        boolean top = place.isRoot();
        if (index < 0) {
            return top || !anchored;
        }
        if (path.get(index).equals(ANY_NUMBER)) {
            return matches(place, index - 1) || (!top && matches(place.above(), index));
        }
        return !top && isKey(path.get(index), place.plainStep()) && matches(place.above(), index - 1);
    }

    private static boolean isKey(String pattern, String key) {
        int star = pattern.indexOf('*');
        if (star < 0) {
            return pattern.equals(key);
        }
        String before = pattern.substring(0, star);
        String after = pattern.substring(star + 1);
        if (after.endsWith("*")) {
            String middle = after.substring(0, after.length() - 1);
            return key.startsWith(before) && key.indexOf(middle, before.length()) >= 0;
        }
        return key.length() >= before.length() + after.length() && key.startsWith(before) && key.endsWith(after);
    }
}

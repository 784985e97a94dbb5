package io.stackprofile.core.internal.many;

import io.stackprofile.yaml.YamlPointer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names for a parameter, the shortest first, made of where it stands and never of what stands there. */
final class PlaceNames {

    private static final int LONGEST = 63;
    /** Keys that say nothing of what they hold without the key above them. */
    private static final Set<String> PLAIN =
            Set.of("name", "value", "values", "key", "data", "spec", "host", "hosts", "size", "enabled", "id", "port");

    private static final Set<String> STRUCTURE =
            Set.of("metadata", "spec", "template", "data", "stringdata", "annotations", "labels", "value");

    // Possessive, so that no text makes it slow.
    private static final Pattern LINE_KEY =
            Pattern.compile("^[ \\t\"]*+([A-Za-z][A-Za-z0-9_.-]{0,80}+)\"?+[ \\t]*+[=:]");

    private PlaceNames() {}

    /**
     * Legal names; the last one tells the place among all of its member.
     *
     * @param from where in the spot's text the value begins
     */
    static List<String> of(Spot spot, int from) {
        List<String> path = path(spot);
        String label = label(spot, from);
        if (!label.isEmpty()) {
            path.add(label);
        }
        String member = words(spot.member().name());
        String last = path.get(path.size() - 1);
        String above = path.size() > 1 ? path.get(path.size() - 2) : member;
        Set<String> names = new LinkedHashSet<>();
        if (!PLAIN.contains(last)) {
            names.add(last);
        }
        names.add(joined(above, last));
        names.add(joined(member, last));
        names.add(joined(member, joined(above, last)));
        names.add(joined(member, String.join("_", path)));
        return names.stream().map(PlaceNames::legal).distinct().toList();
    }

    /** What the item calls itself, or the key of a text's line: {@code cache.enabled=}. */
    private static String label(Spot spot, int from) {
        String text = spot.lead().text();
        if (!spot.label().isEmpty() || text.indexOf('\n') < 0) {
            return words(spot.label());
        }
        String line = text.substring(text.lastIndexOf('\n', from - 1) + 1, from);
        Matcher key = LINE_KEY.matcher(line);
        return key.find() ? words(key.group(1)) : "";
    }

    /** Another name, which says nothing of the key. */
    static String neutral(Spot spot) {
        return legal(joined(words(spot.member().name()), "value"));
    }

    private static List<String> path(Spot spot) {
        List<String> segments = spot.field().isEmpty() ? YamlPointer.tokens(spot.pointer()) : List.of(spot.field());
        List<String> path = new ArrayList<>();
        for (String segment : segments) {
            String words = words(segment);
            if (!words.isEmpty() && !Character.isDigit(words.charAt(0))) {
                path.add(words);
            }
        }
        List<String> telling =
                path.stream().filter(words -> !STRUCTURE.contains(words)).toList();
        return new ArrayList<>(Stream.of(telling, path, List.of("value"))
                .filter(choice -> !choice.isEmpty())
                .findFirst()
                .orElseThrow());
    }

    private static String joined(String before, String after) {
        return before.isEmpty() || after.equals(before) || after.startsWith(before + "_")
                ? after
                : before + "_" + after;
    }

    private static String words(String text) {
        return text.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_+|_+$", "");
    }

    private static String legal(String name) {
        String led = name.isEmpty() || !Character.isLetter(name.charAt(0)) ? "p_" + name : name;
        return led.length() <= LONGEST ? led : led.substring(0, LONGEST);
    }
}

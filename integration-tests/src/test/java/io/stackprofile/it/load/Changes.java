package io.stackprofile.it.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an operation did to the facts of a life.
 *
 * @param facts each fact that changed, with what it is now; empty when it is gone
 */
public record Changes(Map<String, Optional<String>> facts) {

    static Changes none() {
        return new Changes(new LinkedHashMap<>());
    }

    Changes put(String fact, String value) {
        facts.put(fact, Optional.of(value));
        return this;
    }

    Changes remove(String fact) {
        facts.put(fact, Optional.empty());
        return this;
    }

    /** As one line. */
    public String line() {
        return facts.entrySet().stream()
                .map(fact -> fact.getValue()
                        .map(value -> fact.getKey() + "=" + value)
                        .orElse("-" + fact.getKey()))
                .collect(Collectors.joining("\t"));
    }

    /** What {@link #line} wrote. */
    public static Changes read(String line) {
        Changes changes = none();
        Stream.of(line.split("\t")).filter(field -> !field.isEmpty()).forEach(field -> {
            if (field.startsWith("-")) {
                changes.remove(field.substring(1));
            } else {
                List<String> fact = List.of(field.split("=", 2));
                changes.put(fact.get(0), fact.get(1));
            }
        });
        return changes;
    }

    /** What is different in {@code after}. */
    static Changes between(Map<String, String> before, Map<String, String> after) {
        Changes changes = none();
        after.forEach((fact, value) -> {
            if (!value.equals(before.get(fact))) {
                changes.put(fact, value);
            }
        });
        before.keySet().stream().filter(fact -> !after.containsKey(fact)).forEach(changes::remove);
        return changes;
    }
}

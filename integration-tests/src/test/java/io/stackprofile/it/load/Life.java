package io.stackprofile.it.load;

import io.stackprofile.ProfileId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A profile and all that belongs to it, as facts: {@code version 3} is the content it has, {@code draft acme/ID} its
 * revision, base and content, {@code instance ID} its draft, stack, version, status and content, and so on. Not
 * thread-safe.
 */
public final class Life {

    /** Its name, which is the profile's. */
    final String name;

    private final Map<String, String> facts = new TreeMap<>();

    public Life(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    public Map<String, String> facts() {
        return facts;
    }

    /** The same life, for another thread to go on with. */
    public Life copy() {
        Life copy = new Life(name);
        copy.facts.putAll(facts);
        return copy;
    }

    Optional<String> fact(String fact) {
        return Optional.ofNullable(facts.get(fact));
    }

    /** The fields of a fact there is. */
    List<String> fields(String fact) {
        return List.of(fact(fact)
                .orElseThrow(() -> new IllegalStateException(name + " has no " + fact))
                .split(" "));
    }

    Optional<ProfileId> id() {
        return fact("id").map(ProfileId::of);
    }

    ProfileId requiredId() {
        return id().orElseThrow(() -> new IllegalStateException(name + " has no id"));
    }

    boolean isOver() {
        return facts.containsKey("deleted");
    }

    public boolean isUnderWay() {
        return facts.containsKey("id") && !isOver();
    }

    /** The facts of a kind, without the kind. */
    List<String> all(String kind) {
        return facts.keySet().stream()
                .filter(fact -> fact.startsWith(kind + " "))
                .map(fact -> fact.substring(kind.length() + 1))
                .toList();
    }

    int latest() {
        return versions().max().orElse(0);
    }

    /** The version that is used when none is asked for. */
    int current() {
        return fact("pinned")
                .map(Integer::parseInt)
                .orElseGet(() -> versions()
                        .filter(version -> !isDeprecated(version))
                        .max()
                        .orElse(0));
    }

    boolean isDeprecated(int version) {
        return facts.containsKey("deprecated " + version);
    }

    IntStream versions() {
        return all("version").stream().mapToInt(Integer::parseInt);
    }

    /** Notes what an acknowledged operation did. */
    void apply(Operation operation, Changes changes) {
        changes.facts()
                .forEach((fact, value) -> value.ifPresentOrElse(now -> facts.put(fact, now), () -> facts.remove(fact)));
        operation.kind().history().ifPresent(kind -> facts.merge("history " + kind, "1", Life::sum));
    }

    /** Notes one fact. */
    public void put(String fact, String value) {
        facts.put(fact, value);
    }

    /** Notes facts as they were read. */
    void replace(Map<String, String> read) {
        facts.clear();
        facts.putAll(read);
    }

    private static String sum(String one, String other) {
        return String.valueOf(Integer.parseInt(one) + Integer.parseInt(other));
    }

    @Override
    public String toString() {
        return name;
    }
}

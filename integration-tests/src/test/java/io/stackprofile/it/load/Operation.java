package io.stackprofile.it.load;

import io.stackprofile.profile.ProfileChange;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One call of the engine, with all it was asked: enough to make it again in another process.
 *
 * @param number tells it from every other
 * @param kind what is done
 * @param life the name of the profile it is done to
 * @param arguments what else it was asked
 */
public record Operation(long number, Kind kind, String life, Map<String, String> arguments) {

    /** What can be done. */
    public enum Kind {
        CAPTURE(ProfileChange.Kind.CREATED),
        CAPTURE_VERSION(ProfileChange.Kind.VERSION_ADDED),
        DESCRIBE(ProfileChange.Kind.UPDATED),
        PIN(ProfileChange.Kind.PINNED),
        DEPRECATE(ProfileChange.Kind.DEPRECATED),
        SHARE(ProfileChange.Kind.SHARED),
        DRAFT,
        EDIT,
        ABANDON,
        PUBLISH(ProfileChange.Kind.VERSION_ADDED),
        INSTANTIATE,
        COMMIT,
        UPGRADE,
        DISCARD,
        SUBMIT,
        APPROVE(ProfileChange.Kind.VERSION_ADDED),
        REJECT,
        WITHDRAW,
        DELETE(ProfileChange.Kind.DELETED);

        private final Optional<ProfileChange.Kind> history;

        Kind() {
            this.history = Optional.empty();
        }

        Kind(ProfileChange.Kind history) {
            this.history = Optional.of(history);
        }

        /** What the profile's history says of it. */
        Optional<ProfileChange.Kind> history() {
            return history;
        }

        /** Whether the same call, made again, is known to be the same; what makes a new id each time is not. */
        boolean isRepeatable() {
            return this != DRAFT && this != INSTANTIATE && this != UPGRADE && this != SUBMIT;
        }
    }

    String argument(String name) {
        return Optional.ofNullable(arguments.get(name))
                .orElseThrow(() -> new IllegalStateException(this + " has no argument " + name));
    }

    int integer(String name) {
        return Integer.parseInt(argument(name));
    }

    /** As one line. */
    public String line() {
        return number + "\t" + kind + "\t" + life
                + arguments.entrySet().stream()
                        .map(argument -> "\t" + argument.getKey() + "=" + argument.getValue())
                        .collect(Collectors.joining());
    }

    /** What {@link #line} wrote. */
    public static Operation read(String line) {
        List<String> fields = List.of(line.split("\t"));
        Map<String, String> arguments = new LinkedHashMap<>();
        fields.stream()
                .skip(3)
                .map(field -> field.split("=", 2))
                .forEach(argument -> arguments.put(argument[0], argument[1]));
        return new Operation(Long.parseLong(fields.get(0)), Kind.valueOf(fields.get(1)), fields.get(2), arguments);
    }

    /** An operation whose arguments are {@code name, value, name, value}. */
    static Operation of(long number, Kind kind, String life, String... arguments) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            all.put(arguments[i], arguments[i + 1]);
        }
        if (arguments.length % 2 != 0) {
            throw new IllegalArgumentException("an argument without a value: " + Arrays.toString(arguments));
        }
        return new Operation(number, kind, life, all);
    }
}

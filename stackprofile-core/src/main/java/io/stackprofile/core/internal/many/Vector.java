package io.stackprofile.core.internal.many;

import io.stackprofile.parameter.ParameterValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The value of each source at a place, in the sources' order; none where a source has nothing there to compare.
 *
 * @param secret whether the values are plaintexts of secrets, which are compared and never shown
 * @param values the values
 */
record Vector(boolean secret, List<@Nullable ParameterValue> values) {

    /** The leading source's value. */
    ParameterValue lead() {
        return Objects.requireNonNull(values.get(0));
    }

    Optional<ParameterValue> value(int source) {
        return Optional.ofNullable(values.get(source));
    }

    /** Whether no source has another value than the leading one. */
    boolean isConstant() {
        return values.stream().allMatch(value -> value == null || isSame(value, lead()));
    }

    /** Both in one, where no source has two values. */
    Optional<Vector> with(Vector other) {
        List<@Nullable ParameterValue> joined = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            ParameterValue mine = values.get(i);
            ParameterValue theirs = other.values.get(i);
            if (mine != null && theirs != null && !isSame(mine, theirs)) {
                return Optional.empty();
            }
            joined.add(mine == null ? theirs : mine);
        }
        return secret == other.secret ? Optional.of(new Vector(secret, joined)) : Optional.empty();
    }

    /** How many different values there are. */
    int distinct() {
        return (int) values.stream()
                .filter(Objects::nonNull)
                .map(value -> value.kind() + " " + value.text())
                .distinct()
                .count();
    }

    private static boolean isSame(ParameterValue one, ParameterValue other) {
        return one.kind() == other.kind()
                && one.text().equals(other.text())
                && one.spelling().equals(other.spelling());
    }

    /** Nothing of the values. */
    @Override
    public String toString() {
        return "Vector[" + values.size() + "]";
    }
}

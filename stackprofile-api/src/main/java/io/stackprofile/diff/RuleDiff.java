package io.stackprofile.diff;

import java.util.List;
import org.immutables.value.Value;

/** A rule between parameters that differs. */
@Value.Immutable
public interface RuleDiff {

    /** The rule's name. */
    String name();

    /** How it differs. */
    Change change();

    /** Which of its fields differ, when it changed. */
    List<ValueChange> fields();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RuleDiff}. */
    final class Builder extends ImmutableRuleDiff.Builder {
        Builder() {}
    }
}

package io.stackprofile.core.internal.render;

import io.stackprofile.diff.Change;
import io.stackprofile.diff.ValueChange;
import io.stackprofile.diff.Verdict;
import java.util.Optional;

/**
 * A change as people read it.
 *
 * @param what what differs: a path, a field, an edge
 * @param change how
 * @param before the older value, if there is one to show
 * @param after the newer value, if there is one to show
 * @param verdict what a rule says of it
 */
record ChangeRow(String what, Change change, Optional<String> before, Optional<String> after, Verdict verdict) {

    static ChangeRow of(String prefix, ValueChange value) {
        String document = value.document() == 0 ? "" : "document " + (value.document() + 1) + " ";
        String path = value.path().isEmpty() ? (prefix.isEmpty() ? "whole object" : "whole document") : value.path();
        return new ChangeRow(prefix + document + path, value.change(), value.before(), value.after(), value.verdict());
    }

    static ChangeRow of(String what, Change change, Verdict verdict) {
        return new ChangeRow(what, change, Optional.empty(), Optional.empty(), verdict);
    }

    /** The change in one sign. */
    String sign() {
        return switch (change) {
            case ADDED -> "+";
            case REMOVED -> "-";
            case CHANGED -> "~";
            case MOVED -> "^";
        };
    }
}

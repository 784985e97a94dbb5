package io.stackprofile.yaml;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A text that Kubernetes' reader would refuse, or that we refuse on purpose.
 *
 * <p>The message says what and where and never quotes the document, since a document may hold secrets. Only a duplicate
 * key is named, and only when it is a short plain identifier.
 */
public final class YamlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Code {
        /** The text is not YAML. */
        SYNTAX,
        /** A mapping holds the same key twice; {@link YamlException#first()} is where it stood before. */
        DUPLICATE_KEY,
        /** A limit of {@link YamlLimits} is passed. */
        LIMIT,
        /** An alias names an anchor that does not stand before it in its document. */
        UNKNOWN_ALIAS,
        /** An alias stands inside the node it names. */
        ALIAS_CYCLE,
        /** A key that no JSON object can hold: a collection, null, or a number beyond 64 bits. */
        UNSUPPORTED_KEY,
        /** A merge key whose value is neither a mapping nor a list of mappings. */
        BAD_MERGE,
        /** A scalar that JSON cannot hold (infinity, not a number) or that its tag does not allow. */
        BAD_VALUE
    }

    /**
     * A place in the text.
     *
     * @param line counted from 1
     * @param column counted from 1, in UTF-16 units
     */
    public record Place(int line, int column) {}

    private final Code code;
    private final int line;
    private final int column;
    private final @Nullable Place first;
    private @Nullable String path;

    YamlException(Code code, String what, Place place) {
        this(code, what, place, null);
    }

    YamlException(Code code, String what, Place place, @Nullable Place first) {
        super(what + " (line " + place.line() + ", column " + place.column() + ")"
                + (first == null ? "" : "; first at line " + first.line() + ", column " + first.column()));
        this.code = code;
        this.line = place.line();
        this.column = place.column();
        this.first = first;
    }

    /** What is wrong. */
    public Code code() {
        return code;
    }

    /** The line, counted from 1. */
    public int line() {
        return line;
    }

    /** The column, counted from 1 in UTF-16 units. */
    public int column() {
        return column;
    }

    /** The same refusal, of what stands at {@code pointer}; null where that may not be named. */
    YamlException at(@Nullable String pointer) {
        path = pointer;
        return this;
    }

    /**
     * The JSON pointer of the value that is refused, or of the mapping whose key is; empty for syntax and limits, and where
     * a key on the way is no short plain identifier.
     */
    public Optional<String> path() {
        return Optional.ofNullable(path);
    }

    /** The earlier place of a duplicate key. */
    public Optional<Place> first() {
        return Optional.ofNullable(first);
    }
}

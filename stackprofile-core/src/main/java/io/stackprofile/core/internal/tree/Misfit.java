package io.stackprofile.core.internal.tree;

import java.util.Optional;

/**
 * A tree is not what its reader wants. Whoever reads a whole document turns this into an error that says which document
 * and which line. Never repeats the tree's values: they may be anything.
 */
public final class Misfit extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;
    private final String remedy;
    private final transient Optional<String> field;

    /**
     * Says what is wrong.
     *
     * @param path an RFC 6901 JSON Pointer to the value, or to where it should stand
     * @param problem what is wrong, one sentence without a full stop
     * @param remedy what to do about it, one sentence
     */
    public Misfit(String path, String problem, String remedy) {
        this(path, problem, remedy, Optional.empty());
    }

    private Misfit(String path, String problem, String remedy, Optional<String> field) {
        super(problem, null, false, false);
        this.path = path;
        this.remedy = remedy;
        this.field = field;
    }

    /** An unknown field of the mapping at {@code path}. */
    static Misfit unknown(String path, String field, String remedy) {
        return new Misfit(path, "a field stands here that is not known", remedy, Optional.of(field));
    }

    /** An RFC 6901 JSON Pointer to the value, or to where it should stand. */
    public String path() {
        return path;
    }

    /** The field of the mapping at {@link #path} that is not known, to find its line; not for messages. */
    public Optional<String> unknownField() {
        return field;
    }

    /** What is wrong, one sentence without a full stop. */
    public String problem() {
        return String.valueOf(getMessage());
    }

    /** What to do about it, one sentence. */
    public String remedy() {
        return remedy;
    }
}

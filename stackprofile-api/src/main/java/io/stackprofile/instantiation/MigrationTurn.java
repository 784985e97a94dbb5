package io.stackprofile.instantiation;

import java.util.List;

/**
 * Something that a version's migration did to a value on its way to another version.
 *
 * @param version the version that declares it
 * @param kind what was done
 * @param from the parameters of the version before; none for an earlier default
 * @param to the parameter of the version
 */
public record MigrationTurn(int version, Kind kind, List<String> from, String to) {

    /** What was done. */
    public enum Kind {
        /** It got another name. */
        RENAMED,
        /** It was read as another type. */
        RETYPED,
        /** It was exchanged for another. */
        MAPPED,
        /** It is part of a text. */
        SPLIT,
        /** It is made of several. */
        MERGED,
        /** The version gives it to instances of earlier ones. */
        EARLIER_DEFAULT
    }

    /** Copies the names. */
    public MigrationTurn {
        from = List.copyOf(from);
    }
}

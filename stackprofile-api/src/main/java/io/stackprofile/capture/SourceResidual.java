package io.stackprofile.capture;

import io.stackprofile.error.Location;

/**
 * A place at which binding a source's values does not give the source back. Carries neither text.
 *
 * @param kind how it differs
 * @param location where: in the first source's members, or in the source's own for what only that one has
 */
public record SourceResidual(Kind kind, Location location) {

    /** How a source differs from what the profile makes of it. */
    public enum Kind {
        /** The first source has the member, this one does not. The profile has it. */
        MEMBER_MISSING,
        /** This source has the member, the first one does not. The profile does not have it. */
        MEMBER_ADDED,
        /** The first source has the field or item, this one does not. The profile has it. */
        FIELD_MISSING,
        /** This source has the field or item, the first one does not. The profile does not have it. */
        FIELD_ADDED,
        /** A mapping, a list or a value in one, another of these in the other. The profile has the first source's. */
        STRUCTURE,
        /** A value of another type, such as a number and a text. The profile has the first source's. */
        TYPE,
        /** Another value that no placeholder could hold. The profile has the first source's. */
        VALUE,
        /** The same items in another order where the order matters. The profile has the first source's. */
        ORDER,
        /** The member needs other members than in the first source, whose edges the profile has. */
        EDGES,
        /** The first source's own text is not given back to the character, though its values are. */
        TEXT
    }
}

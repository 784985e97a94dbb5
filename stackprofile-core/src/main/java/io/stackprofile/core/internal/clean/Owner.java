package io.stackprofile.core.internal.clean;

/**
 * A field manager of an object.
 *
 * @param role what its fields say of what somebody wants
 * @param fields what it owns
 */
record Owner(Role role, FieldSet fields) {

    /** What a manager's fields say of what somebody wants. */
    enum Role {
        /** Applied on the server: owns what was applied, and nothing else. */
        APPLIER,
        /** Applied on the client: owns what was applied with what the server filled in; the annotation says which is which. */
        CLIENT_APPLIER,
        /** Created, edited or scaled it: owns what was sent, and for a creation what the server filled in. */
        EDITOR,
        /** A part of the cluster. */
        CONTROLLER
    }
}

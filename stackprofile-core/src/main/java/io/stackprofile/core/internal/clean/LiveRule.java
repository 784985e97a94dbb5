package io.stackprofile.core.internal.clean;

import java.util.Locale;

/** Why a field goes that is in no table: the evidence of the object itself says so. */
enum LiveRule {
    /** The last-applied configuration lacks it. */
    NOT_APPLIED(
            "The last-applied configuration does not have it, and nobody wrote it since: the API server or an admission"
                    + " plugin filled it in."),
    /** Nobody who applied owns it. */
    NOT_OWNED("By the managed fields nobody applied or edited it: the API server or an admission plugin filled it in."),
    /** Only controllers own it. */
    CONTROLLER_FIELD("By the managed fields a controller of the cluster wrote it, and nobody else."),
    /** A controller replaced what was applied. */
    CONTROLLER_CHANGE(
            "By the managed fields a controller of the cluster put another value here; the last-applied one is kept."),
    /** An autoscaler scales it. */
    CONTROLLER_SCALED("By the managed fields an autoscaler sets the number of replicas."),
    /** Data of a secret that was given as text. */
    SECRET_STRING_DATA("It was applied as text, under stringData, and stands there again."),
    /** A null. */
    NULL_FIELD("A null says no more than an absent field."),
    /** Annotations or labels without any. */
    EMPTY_METADATA("There is nothing in it; kubectl puts empty annotations into what it applies."),
    /** The namespace that needs no name. */
    DEFAULT_NAMESPACE("An object that names no namespace goes to this one, and the member says so.");

    private final String reason;

    LiveRule(String reason) {
        this.reason = reason;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String reason() {
        return reason;
    }
}

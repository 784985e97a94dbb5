package io.stackprofile.error;

/** Why a call failed, closed and stable: code against these, not against messages. */
public enum ErrorCode {
    /** The profile, version, draft, instance, cluster or stack does not exist, or not for this caller. */
    NOT_FOUND,
    /** The access policy refused. */
    ACCESS_DENIED,
    /** A profile of the organisation has this name already. */
    NAME_TAKEN,
    /** What was read has changed since; read again. */
    STALE_REVISION,
    /** The target stack changed after the draft was reviewed. */
    TARGET_MOVED,
    /** The record is in a state in which this cannot be done. */
    WRONG_STATE,
    /** The version is deprecated, and it was not asked for in spite of that. */
    VERSION_DEPRECATED,
    /** Values do not fit their parameters. */
    INVALID_BINDING,
    /** A draft has errors and cannot be published. */
    INVALID_DRAFT,
    /** A draft's impact is another than its publisher expects. */
    UNEXPECTED_IMPACT,
    /** A request's fields do not fit together. */
    INVALID_REQUEST,
    /** Text is not the YAML or document it should be. */
    MALFORMED,
    /** A mapping has the same key twice. */
    DUPLICATE_KEY,
    /** A file or entry that is referred to does not exist. */
    MISSING_FILE,
    /** A path leaves the folder it must stay in. */
    PATH_ESCAPE,
    /** A parent is not a member of the stack. */
    UNKNOWN_PARENT,
    /** Members depend on each other in a cycle. */
    DEPENDENCY_CYCLE,
    /** A placeholder is malformed or names an unknown parameter. */
    INVALID_PLACEHOLDER,
    /** Larger, deeper or more than the limits allow. */
    LIMIT_EXCEEDED,
    /** A secret reference could not be resolved. */
    SECRET_UNRESOLVED,
    /** A secret would have been stored or returned; nothing was. */
    SECRET_EXPOSED,
    /** A document was written by a later version of this library, or by none. */
    UNSUPPORTED_FORMAT,
    /** The caller cancelled, or time ran out. */
    CANCELLED,
    /** A local edit and a version's change do not go together. */
    MERGE_CONFLICT,
    /** The cluster could not be read or written. */
    CLUSTER_FAILED,
    /** The cluster does not answer. */
    CLUSTER_UNREACHABLE,
    /** The cluster does not know who calls: a token or certificate is missing, wrong or expired. */
    CLUSTER_UNAUTHENTICATED,
    /** The cluster does not allow this; the message names verb, resource and namespace. */
    CLUSTER_FORBIDDEN,
    /** The cluster serves no such kind, or not in this API version. */
    UNKNOWN_KIND,
    /** The cluster looked at an object and refused it as invalid. */
    OBJECT_REFUSED,
    /** An object is larger than the cluster takes. */
    OBJECT_TOO_LARGE,
    /** Another field manager owns a field with another value. */
    FIELD_CONFLICT,
    /** Something of this name exists and is not this instance's. */
    NOT_OURS,
    /** What was applied did not become ready for what needs it in time. */
    NOT_READY,
    /** Nothing is set up to install add-ons, or what is cannot install this one. */
    ADDON_REFUSED,
    /** The store could not be read or written. */
    STORE_FAILED,
    /** A write may or may not have happened; repeat it with the same request key. */
    OUTCOME_UNKNOWN
}

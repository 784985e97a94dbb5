package io.stackprofile.stack;

import java.util.Locale;

/** What a member of a stack is. */
public enum MemberKind {
    /** A Helm chart with its values. */
    ADDON,
    /** A file or entry of Kubernetes objects. */
    MANIFEST;

    /** The kind in lower case, as references are written. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

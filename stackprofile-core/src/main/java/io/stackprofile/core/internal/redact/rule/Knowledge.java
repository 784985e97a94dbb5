package io.stackprofile.core.internal.redact.rule;

import io.stackprofile.core.internal.redact.name.CredentialNames;

/**
 * What a detector knows of secrets besides where they stand. Immutable and thread-safe; made once for an engine.
 *
 * @param names which names call their values credentials
 * @param formats what credentials look like
 */
public record Knowledge(CredentialNames names, FormatRules formats) {

    /** What the library knows by itself. */
    public static Knowledge builtIn() {
        return new Knowledge(CredentialNames.builtIn(), FormatRules.builtIn());
    }
}

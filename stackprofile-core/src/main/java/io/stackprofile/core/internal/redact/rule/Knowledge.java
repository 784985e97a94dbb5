package io.stackprofile.core.internal.redact.rule;

import io.stackprofile.core.internal.redact.name.CredentialNames;
import io.stackprofile.spi.redact.SecretRule;
import java.util.List;
import java.util.Set;

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

    /** The same with a host's own formats before the library's. */
    public Knowledge with(List<SecretRule> rules) {
        return new Knowledge(names, FormatRules.with(rules));
    }

    /** The same with a caller's own names on top of the library's; the same object where there are none. */
    public Knowledge with(Set<String> secretNames, Set<String> harmlessNames) {
        boolean none = secretNames.isEmpty() && harmlessNames.isEmpty();
        return none ? this : new Knowledge(CredentialNames.with(secretNames, harmlessNames), formats);
    }
}

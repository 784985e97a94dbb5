package io.stackprofile.core.internal.redact;

import io.stackprofile.capture.Redaction;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known about a stack besides its texts. Immutable.
 *
 * @param files for members that came from files, the file
 * @param encryptedPaths dotted paths that the cluster declares as encrypted, by member; a plaintext there is a secret
 * @param earlier what was redacted in the version before; a secret at the same place keeps its parameter's name
 * @param previous the template of the version before, which finds the same place though lists and documents moved
 * @param reservedNames parameter names that are taken
 */
public record RedactionContext(
        Map<MemberRef, String> files,
        Map<MemberRef, List<String>> encryptedPaths,
        List<Redaction> earlier,
        Optional<StackSpec> previous,
        Set<String> reservedNames) {

    /** Nothing known. */
    public static RedactionContext none() {
        return builder().build();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RedactionContext}. Not thread-safe. */
    public static final class Builder {

        private final Map<MemberRef, String> files = new LinkedHashMap<>();
        private final Map<MemberRef, List<String>> encryptedPaths = new LinkedHashMap<>();
        private final List<Redaction> earlier = new ArrayList<>();
        private final Set<String> reservedNames = new LinkedHashSet<>();
        private Optional<StackSpec> previous = Optional.empty();

        private Builder() {}

        /** Adds files. */
        public Builder putAllFiles(Map<MemberRef, String> more) {
            files.putAll(more);
            return this;
        }

        /** Adds declared paths. */
        public Builder putAllEncryptedPaths(Map<MemberRef, ? extends List<String>> more) {
            encryptedPaths.putAll(more);
            return this;
        }

        /** Adds earlier redactions. */
        public Builder addAllEarlier(List<Redaction> more) {
            earlier.addAll(more);
            return this;
        }

        /** The template of the version before. */
        public Builder previous(StackSpec template) {
            previous = Optional.of(template);
            return this;
        }

        /** Adds names that are taken. */
        public Builder addAllReservedNames(Set<String> more) {
            reservedNames.addAll(more);
            return this;
        }

        /** The context. */
        public RedactionContext build() {
            return new RedactionContext(
                    new LinkedHashMap<>(files),
                    new LinkedHashMap<>(encryptedPaths),
                    List.copyOf(earlier),
                    previous,
                    new LinkedHashSet<>(reservedNames));
        }
    }
}

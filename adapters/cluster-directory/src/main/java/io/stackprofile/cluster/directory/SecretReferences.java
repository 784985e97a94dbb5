package io.stackprofile.cluster.directory;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.spi.cluster.CommitMember;
import io.stackprofile.spi.cluster.SecretSlot;
import io.stackprofile.stack.Member;
import io.stackprofile.yaml.YamlPointer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A member as a GitOps repository holds it: each secret's placeholder is a reference to a variable, and its path is
 * declared as encrypted.
 *
 * @param member the member with references
 * @param encryptedPaths where they stand, dotted
 */
record SecretReferences(Member member, List<String> encryptedPaths) {

    /** Rewrites a member's placeholders; {@code names} gives and keeps the secrets' names. */
    static SecretReferences of(CommitMember committed, SecretNames names) {
        Member member = committed.member();
        if (committed.secrets().isEmpty()) {
            return new SecretReferences(member, List.of());
        }
        String text = member.text().orElse("");
        StringBuilder written = new StringBuilder(text.length());
        Set<String> paths = new LinkedHashSet<>();
        int at = 0;
        for (SecretSlot slot : committed.secrets()) {
            requirePlaceholder(text, at, slot, member);
            written.append(text, at, slot.start())
                    .append("${{ ankra.")
                    .append(names.name(slot))
                    .append(" }}");
            paths.add(dotted(slot.path()));
            at = slot.end();
        }
        written.append(text, at, text.length());
        return new SecretReferences(member.withText(written.toString()), List.copyOf(paths));
    }

    private static String dotted(String pointer) {
        return String.join(".", YamlPointer.tokens(pointer));
    }

    // A slot that is not where its placeholder is would leave the placeholder, or worse a value, in a file.
    private static void requirePlaceholder(String text, int from, SecretSlot slot, Member member) {
        boolean inside = slot.start() >= from && slot.end() <= text.length() && slot.start() < slot.end();
        String found = inside ? text.substring(slot.start(), slot.end()) : "";
        if (!found.startsWith("${{") || !found.endsWith("}}")) {
            throw new InvalidContentException(
                    ErrorCode.INVALID_PLACEHOLDER,
                    "the place of the secret of parameter '" + slot.parameter() + "' does not hold a placeholder",
                    "Give the slots of the text as it is, in order.",
                    Location.builder()
                            .member(member.ref())
                            .document(slot.document())
                            .path(slot.path())
                            .build());
        }
    }
}

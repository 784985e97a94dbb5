package io.stackprofile.core.internal.diff;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.graph.DocumentKey;
import io.stackprofile.core.internal.source.MemberText;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.stack.Member;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** The documents of members' texts, each text parsed once and only when asked for. Serves one comparison. */
final class MemberDocuments {

    private final Limits limits;
    private final IdentityHashMap<Member, Optional<Map<DocumentKey, DocumentPart>>> parsed = new IdentityHashMap<>();

    MemberDocuments(Limits limits) {
        this.limits = limits;
    }

    /** Its documents by key, in order; nothing when its text is not YAML within the limits. */
    Optional<Map<DocumentKey, DocumentPart>> of(Member member) {
        Optional<Map<DocumentKey, DocumentPart>> known = parsed.get(member);
        if (known == null) {
            known = parse(member);
            parsed.put(member, known);
        }
        return known;
    }

    /** Looks into the texts within its text. */
    EmbeddedDocuments embedded(Member member) {
        return EmbeddedDocuments.of(member.ref(), limits);
    }

    private Optional<Map<DocumentKey, DocumentPart>> parse(Member member) {
        try {
            return Optional.of(DocumentParts.of(
                    member,
                    MemberText.parse(
                            member.ref(), Optional.empty(), member.text().orElse(""), limits)));
        } catch (InvalidContentException unreadable) {
            return Optional.empty();
        }
    }
}

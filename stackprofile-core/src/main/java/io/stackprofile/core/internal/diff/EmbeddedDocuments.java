package io.stackprofile.core.internal.diff;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.source.MemberText;
import io.stackprofile.diff.ValueChange;
import io.stackprofile.diff.Verdict;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.yaml.YamlDocument;
import io.stackprofile.yaml.YamlTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Looks into texts that hold a YAML or JSON document, such as a file in a ConfigMap: what differs in it by path, and the
 * text beside. JSON is read as the YAML it is.
 */
final class EmbeddedDocuments {

    /** Looks into nothing. */
    static final EmbeddedDocuments NONE = new EmbeddedDocuments(Optional.empty(), Limits.defaults());

    private static final Verdict FORMATTING = Verdict.cosmetic(
            "embedded-formatting", "Only comments, order or formatting of the document inside differ.");

    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_-]\\.[A-Za-z][A-Za-z0-9]{1,11}$");
    private static final Pattern YAML_OR_JSON = Pattern.compile("(?i)\\.(?:ya?ml|json|tpl|template)$");

    private final Optional<MemberRef> member;
    private final Limits limits;

    private EmbeddedDocuments(Optional<MemberRef> member, Limits limits) {
        this.member = member;
        this.limits = limits;
    }

    /** Looks into the texts of {@code member}. */
    static EmbeddedDocuments of(MemberRef member, Limits limits) {
        return new EmbeddedDocuments(Optional.of(member), limits);
    }

    /**
     * Adds to {@code change} what differs inside, when both texts hold a document.
     *
     * @param field the texts' key, by whose ending a file says what it is
     */
    void compare(String field, String before, String after, ValueChange.Builder change) {
        if (member.isEmpty() || isAnotherKind(field) || !(mayHold(before) && mayHold(after))) {
            return;
        }
        Optional<Object> old = tree(member.get(), before);
        Optional<Object> now = tree(member.get(), after);
        if (old.isPresent() && now.isPresent()) {
            // One level is enough: what stands in a text within a text is shown as text.
            List<ValueChange> inside = TreeComparison.changes(0, old.get(), now.get(), NONE);
            change.addAllEmbedded(inside).unified(UnifiedText.diff("before", "after", before, after));
            if (inside.isEmpty()) {
                change.verdict(FORMATTING);
            }
        }
    }

    // A file of properties may happen to be YAML too, and mean what YAML calls a comment.
    private static boolean isAnotherKind(String field) {
        return FILE.matcher(field).find() && !YAML_OR_JSON.matcher(field).find();
    }

    private static boolean mayHold(String text) {
        return text.indexOf('\n') >= 0 || text.startsWith("{") || text.startsWith("[");
    }

    private Optional<Object> tree(MemberRef ref, String text) {
        try {
            List<YamlDocument> documents =
                    MemberText.parse(ref, Optional.empty(), text, limits).documents();
            return documents.size() == 1
                    ? documents.get(0).root().map(YamlTree::of).filter(EmbeddedDocuments::isStructure)
                    : Optional.empty();
        } catch (InvalidContentException noDocument) {
            return Optional.empty();
        }
    }

    private static boolean isStructure(Object tree) {
        return tree instanceof Map || tree instanceof List;
    }
}

package io.stackprofile.core.internal.parameterise;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.source.MemberText;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.error.NotFoundException;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.yaml.YamlDocument;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlMapping;
import io.stackprofile.yaml.YamlNode;
import io.stackprofile.yaml.YamlPointer;
import io.stackprofile.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/**
 * The scalar that an edit means.
 *
 * @param member its member
 * @param text the member's text
 * @param scalar the scalar; an anchor's where an alias stands
 * @param location where it stands
 * @param base64 whether Kubernetes holds Base64 of its content there
 */
record ScalarPlace(Member member, String text, YamlScalar scalar, Location location, boolean base64) {

    static ScalarPlace find(StackSpec spec, DraftEdit.Parameterise edit, Limits limits) {
        MemberRef ref = edit.member();
        Member member = spec.find(ref)
                .orElseThrow(() ->
                        new NotFoundException("the draft has no member " + ref, "Show the draft to see its members."));
        String text = member.text().orElse("");
        YamlFile file = MemberText.parse(ref, Optional.empty(), text, limits);
        if (edit.document() < 0 || edit.document() >= file.documents().size()) {
            throw Refusal.of(
                    "the member has " + file.documents().size() + " documents",
                    "Count them from 0.",
                    Location.member(ref));
        }
        YamlDocument document = file.documents().get(edit.document());
        YamlNode node = at(document, edit)
                .orElseThrow(() -> refused(
                        edit, "nothing stands at this path", "Write an RFC 6901 pointer, such as /spec/replicas."));
        if (!(node.resolve() instanceof YamlScalar scalar)) {
            throw refused(edit, "a mapping or a list stands at this path", "Name one of the values in it by its path.");
        }
        Location location = Location.builder()
                .member(ref)
                .document(edit.document())
                .path(edit.path())
                .line(scalar.line())
                .column(scalar.column())
                .build();
        return new ScalarPlace(member, text, scalar, location, isBase64(document, edit.path()));
    }

    private static Optional<YamlNode> at(YamlDocument document, DraftEdit.Parameterise edit) {
        try {
            return document.at(edit.path());
        } catch (IllegalArgumentException noPointer) {
            return Optional.empty();
        }
    }

    private static InvalidContentException refused(DraftEdit.Parameterise edit, String problem, String remedy) {
        return Refusal.of(
                problem,
                remedy,
                Location.builder()
                        .member(edit.member())
                        .document(edit.document())
                        .path(edit.path())
                        .build());
    }

    /** A ConfigMap's binaryData and a Secret's data, also of an object in a list. */
    private static boolean isBase64(YamlDocument document, String path) {
        List<String> steps = YamlPointer.tokens(path);
        int last = steps.size() - 2;
        if (last < 0) {
            return false;
        }
        String object = "";
        for (int i = 0; i < last; i++) {
            object = YamlPointer.child(object, steps.get(i));
        }
        String field = steps.get(last);
        String kind = document.at(YamlPointer.child(object, "kind"))
                .map(YamlNode::resolve)
                .filter(YamlScalar.class::isInstance)
                .map(node -> ((YamlScalar) node).text())
                .orElse("");
        boolean inObject = document.at(object).map(YamlNode::resolve).orElse(null) instanceof YamlMapping;
        return inObject
                && ((field.equals("binaryData") && kind.equals("ConfigMap"))
                        || (field.equals("data") && kind.equals("Secret")));
    }
}

package io.stackprofile.core.internal.codec;

import io.stackprofile.Digest;
import io.stackprofile.core.internal.tree.Fields;
import io.stackprofile.core.internal.tree.ParameterTree;
import io.stackprofile.core.internal.tree.ValueTree;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.stack.StackSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An instance's stored document: what was bound, and the stack as it was rendered. */
public final class InstantiationDocument {

    private static final String KIND = "instance";
    private static final List<String> KNOWN = StoredJson.known(
            "profileName", "profileOrganisation", "bindings", "parameters", "targetFingerprint", "rendered");

    private InstantiationDocument() {}

    /**
     * What an instance's document holds.
     *
     * @param profileName the profile's name when it was instantiated
     * @param profileOrganisation who owns the profile
     * @param bindings what filled the parameters; secrets by reference
     * @param parameters the version's, whose rules its secrets are checked against at commit
     * @param targetFingerprint the target as it was reviewed
     * @param rendered the members, resolved but for secrets
     */
    public record Content(
            String profileName,
            String profileOrganisation,
            List<Binding> bindings,
            List<Parameter> parameters,
            String targetFingerprint,
            StackSpec rendered) {

        /** Copies the lists. */
        public Content {
            bindings = List.copyOf(bindings);
            parameters = List.copyOf(parameters);
        }
    }

    /** Writes the document; the same content gives the same text. */
    public static EncodedDocument encode(Content content) {
        Map<Digest, String> contents = new LinkedHashMap<>();
        String document = StoredJson.write(StoredJson.envelope(KIND)
                .put("profileName", content.profileName())
                .put("profileOrganisation", content.profileOrganisation())
                .put("bindings", content.bindings(), BindingTree::of)
                .put("parameters", content.parameters(), parameter -> ParameterTree.of(parameter, ValueTree::explicit))
                .put("targetFingerprint", content.targetFingerprint())
                .put("rendered", StoredSpec.write(content.rendered(), contents)));
        return new EncodedDocument(document, contents);
    }

    /**
     * Reads a document.
     *
     * @param contents at least the texts that the document was encoded with
     * @throws io.stackprofile.error.StoreException when it cannot be read or a text is missing
     * @throws io.stackprofile.error.InvalidContentException UNSUPPORTED_FORMAT when a later library wrote it
     */
    public static Content decode(String document, Map<Digest, String> contents) {
        return StoredJson.read(KIND, document, (tree, path) -> {
            Fields fields = Fields.of(tree, path, KNOWN);
            return new Content(
                    fields.text("profileName"),
                    fields.text("profileOrganisation"),
                    fields.list("bindings", BindingTree::read),
                    ParameterTree.readAll(fields, "parameters"),
                    fields.text("targetFingerprint"),
                    fields.value("rendered", (spec, at) -> StoredSpec.read(spec, at, contents)));
        });
    }

    /** What filled the parameters, without the texts; throws as {@link #decode} does. */
    public static List<Binding> bindings(String document) {
        return StoredJson.read(
                KIND, document, (tree, path) -> Fields.of(tree, path, KNOWN).list("bindings", BindingTree::read));
    }
}

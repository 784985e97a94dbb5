package io.stackprofile.core.internal.codec;

import io.stackprofile.Digest;
import io.stackprofile.InstantiationId;
import io.stackprofile.core.internal.tree.Fields;
import io.stackprofile.core.internal.tree.Misfit;
import io.stackprofile.core.internal.tree.ParameterTree;
import io.stackprofile.core.internal.tree.ValueTree;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An instance's stored document: what was bound, and the stack as it was rendered. */
public final class InstantiationDocument {

    private static final String KIND = "instance";
    private static final List<String> KNOWN = StoredJson.known(
            "profileName",
            "profileOrganisation",
            "bindings",
            "parameters",
            "targetFingerprint",
            "rendered",
            "digest",
            "base",
            "removals",
            "updates",
            "namespaces",
            "pending",
            "uninstalling");

    private InstantiationDocument() {}

    /**
     * What an instance's document holds.
     *
     * @param profileName the profile's name when it was instantiated
     * @param profileOrganisation who owns the profile
     * @param bindings what filled the parameters; secrets by reference
     * @param parameters the version's, whose rules its secrets are checked against at commit
     * @param targetFingerprint the target as it was reviewed
     * @param rendered the members as they are applied, resolved but for secrets
     * @param state what else is known of the instance
     */
    public record Content(
            String profileName,
            String profileOrganisation,
            List<Binding> bindings,
            List<Parameter> parameters,
            String targetFingerprint,
            StackSpec rendered,
            InstanceState state) {

        /** Copies the lists. */
        public Content {
            bindings = List.copyOf(bindings);
            parameters = List.copyOf(parameters);
        }

        /** What the version alone gives: what the next update starts from. */
        public StackSpec base() {
            return state.base().orElse(rendered);
        }

        /** The same in another state. */
        public Content with(InstanceState changed) {
            return new Content(
                    profileName, profileOrganisation, bindings, parameters, targetFingerprint, rendered, changed);
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
                .put("rendered", StoredSpec.write(content.rendered(), contents))
                .put("digest", content.state().digest().map(Digest::text))
                .put("base", content.state().base().map(spec -> StoredSpec.write(spec, contents)))
                .put("removals", removals(content.state().removals(), contents))
                .put("updates", content.state().updates().map(InstantiationId::toString))
                .put("namespaces", namespaces(content.state().namespaces()))
                .put("pending", content.state().pending(), MemberRef::toString)
                .put("uninstalling", content.state().uninstalling()));
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
                    fields.value("rendered", (spec, at) -> StoredSpec.read(spec, at, contents)),
                    state(fields, contents));
        });
    }

    private static InstanceState state(Fields fields, Map<Digest, String> contents) {
        return new InstanceState(
                fields.optionalParsed("digest", Digest::of),
                fields.optionalValue("base", (spec, at) -> StoredSpec.read(spec, at, contents)),
                fields.optionalValue("removals", (spec, at) -> StoredSpec.read(spec, at, contents))
                        .orElse(InstanceState.NONE.removals()),
                fields.optionalParsed("updates", InstantiationId::of),
                fields.entries("namespaces", InstantiationDocument::text),
                fields.parsedList("pending", MemberRef::parse),
                fields.optionalFlag("uninstalling").orElse(false));
    }

    private static String text(@Nullable Object tree, String path) {
        if (tree instanceof String text) {
            return text;
        }
        throw new Misfit(path, "a text is expected here", "");
    }

    private static Optional<Map<String, Object>> removals(StackSpec removals, Map<Digest, String> contents) {
        return removals.members().isEmpty() ? Optional.empty() : Optional.of(StoredSpec.write(removals, contents));
    }

    private static Optional<Map<String, String>> namespaces(Map<String, String> namespaces) {
        return namespaces.isEmpty() ? Optional.empty() : Optional.of(namespaces);
    }

    /** Where the instance's objects go, without the texts; throws as {@link #decode} does. */
    public static Map<String, String> namespaces(String document) {
        return StoredJson.read(
                KIND,
                document,
                (tree, path) -> Fields.of(tree, path, KNOWN).entries("namespaces", InstantiationDocument::text));
    }

    /** Whether the instance is being taken off its target, without the texts; throws as {@link #decode} does. */
    public static boolean uninstalling(String document) {
        return StoredJson.read(
                KIND,
                document,
                (tree, path) -> Fields.of(tree, path, KNOWN)
                        .optionalFlag("uninstalling")
                        .orElse(false));
    }

    /** What filled the parameters, without the texts; throws as {@link #decode} does. */
    public static List<Binding> bindings(String document) {
        return StoredJson.read(
                KIND, document, (tree, path) -> Fields.of(tree, path, KNOWN).list("bindings", BindingTree::read));
    }
}

package io.stackprofile.core.internal.namespace;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.source.MemberText;
import io.stackprofile.core.internal.template.FieldTexts;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.yaml.ManifestObject;
import io.stackprofile.yaml.YamlDocument;
import io.stackprofile.yaml.YamlEditor;
import io.stackprofile.yaml.YamlEntry;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlMapping;
import io.stackprofile.yaml.YamlNode;
import io.stackprofile.yaml.YamlScalar;
import io.stackprofile.yaml.YamlSequence;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Sends a rendered stack's objects to other namespaces: the namespaces themselves, what names them in bindings, webhooks,
 * selectors and host names of services. All names change at once, so two may be swapped. What names none of them stays
 * byte for byte.
 */
public final class NamespaceMapping {

    private final Map<String, String> names;

    private NamespaceMapping(Map<String, String> names) {
        this.names = names;
    }

    /**
     * The stack with its namespaces mapped.
     *
     * @param names where each goes
     * @throws io.stackprofile.error.InvalidContentException when a text cannot be read
     */
    public static StackSpec map(StackSpec spec, Map<String, String> names, Limits limits) {
        if (names.isEmpty()) {
            return spec;
        }
        NamespaceMapping mapping = new NamespaceMapping(names);
        return spec.map(member -> mapping.member(member, limits));
    }

    private Member member(Member member, Limits limits) {
        Member moved = FieldTexts.map(
                member, (field, text) -> field.equals("namespace") ? names.getOrDefault(text, text) : text);
        Optional<String> text = moved.text()
                .map(yaml -> mapped(
                        MemberText.parse(member.ref(), Optional.empty(), yaml, limits), member instanceof Manifest));
        return text.equals(moved.text()) ? moved : moved.withText(text.orElse(""));
    }

    private String mapped(YamlFile file, boolean manifest) {
        Walk walk = new Walk(new YamlEditor(file));
        if (manifest) {
            ManifestObject.of(file).forEach(walk::object);
        }
        for (YamlDocument document : file.documents()) {
            document.root().ifPresent(root -> walk.node("", root, false));
        }
        return walk.editor.apply();
    }

    private final class Walk {

        private final YamlEditor editor;
        private final Set<YamlNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());

        Walk(YamlEditor editor) {
            this.editor = editor;
        }

        /** A Namespace is named in its own metadata, and by the label that the API server gives it. */
        void object(ManifestObject object) {
            if (object.kind().equals("Namespace") && object.apiVersion().equals("v1")) {
                object.mapping()
                        .get("metadata")
                        .map(YamlNode::resolve)
                        .filter(YamlMapping.class::isInstance)
                        .flatMap(metadata -> ((YamlMapping) metadata).get("name"))
                        .ifPresent(this::name);
            }
        }

        void node(String field, YamlNode unresolved, boolean open) {
            YamlNode node = unresolved.resolve();
            if (node instanceof YamlScalar scalar) {
                scalar(field, scalar, open);
            } else if (seen.add(node) && node instanceof YamlMapping mapping) {
                String of = values(mapping);
                for (YamlEntry entry : mapping.entries()) {
                    boolean below = open || NamespacePlaces.isOpen(entry.name());
                    String name = of != null && entry.name().equals("values") ? of : entry.name();
                    node(name, entry.value(), below);
                }
            } else if (node instanceof YamlSequence sequence) {
                sequence.items().forEach(item -> node(field, item, open));
            }
        }

        /** The label that a selector's expression compares with its values. */
        private @Nullable String values(YamlMapping mapping) {
            return mapping.get("key")
                    .map(YamlNode::resolve)
                    .filter(YamlScalar.class::isInstance)
                    .map(key -> ((YamlScalar) key).text())
                    .filter(NamespacePlaces::isNamespace)
                    .orElse(null);
        }

        private void scalar(String field, YamlScalar scalar, boolean open) {
            if (!open && NamespacePlaces.isNamespace(field)) {
                name(scalar);
            } else if (!open && NamespacePlaces.isPath(field)) {
                path(scalar);
            } else {
                embedded(scalar);
            }
        }

        private void name(YamlNode unresolved) {
            if (unresolved.resolve() instanceof YamlScalar scalar && seen.add(scalar)) {
                Optional.ofNullable(names.get(scalar.text())).ifPresent(to -> editor.replaceText(scalar, to));
            }
        }

        private void path(YamlScalar scalar) {
            int slash = scalar.text().indexOf('/');
            String to = slash < 0 ? null : names.get(scalar.text().substring(0, slash));
            if (to != null && seen.add(scalar)) {
                editor.replacePart(scalar, 0, slash, to);
            }
        }

        private void embedded(YamlScalar scalar) {
            if (!seen.add(scalar)) {
                return;
            }
            Matcher matcher = NamespacePlaces.EMBEDDED.matcher(scalar.text());
            String mapped = matcher.replaceAll(
                    found -> Matcher.quoteReplacement(names.getOrDefault(found.group(), found.group())));
            if (!mapped.equals(scalar.text())) {
                editor.replaceText(scalar, mapped);
            }
        }
    }
}

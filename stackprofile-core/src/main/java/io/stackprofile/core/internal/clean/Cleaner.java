package io.stackprofile.core.internal.clean;

import io.stackprofile.Limits;
import io.stackprofile.capture.Cleaning;
import io.stackprofile.core.internal.source.MemberText;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.yaml.YamlDocument;
import io.stackprofile.yaml.YamlEditor;
import io.stackprofile.yaml.YamlEntry;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlMapping;
import io.stackprofile.yaml.YamlNode;
import io.stackprofile.yaml.YamlPointer;
import io.stackprofile.yaml.YamlScalar;
import io.stackprofile.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cleans manifests: removes the fields that a server writes from every Kubernetes object of a member, the items of lists
 * included, by splices. Helm values and text embedded in values are left alone. Everything else stays byte for byte.
 */
public final class Cleaner {

    private final MemberRef ref;
    private final Optional<String> file;
    private final YamlEditor editor;
    private final Anchored anchored;
    private final List<Cleaning> cleanings = new ArrayList<>();

    private Cleaner(MemberRef ref, Optional<String> file, YamlFile text) {
        this.ref = ref;
        this.file = file;
        this.editor = new YamlEditor(text);
        this.anchored = Anchored.in(text);
    }

    /**
     * Cleans one member.
     *
     * @param file where its text came from, for locations
     * @throws InvalidContentException when the text is not YAML
     */
    public static Cleaned clean(Member member, Optional<String> file, Limits limits) {
        if (!(member instanceof Manifest manifest)) {
            return new Cleaned(member, List.of());
        }
        YamlFile text = MemberText.parse(member.ref(), file, manifest.content(), limits);
        Cleaner cleaner = new Cleaner(member.ref(), file, text);
        for (YamlDocument document : text.documents()) {
            document.root().ifPresent(root -> cleaner.node(root, document.index(), ""));
        }
        return cleaner.cleanings.isEmpty()
                ? new Cleaned(member, List.of())
                : new Cleaned(member.withText(cleaner.editor.apply()), cleaner.cleanings);
    }

    private void node(YamlNode node, int document, String pointer) {
        if (!(node instanceof YamlMapping object) || !isObject(object)) {
            return;
        }
        Optional<YamlNode> items = object.entry("items").map(YamlEntry::value);
        if (kind(object).endsWith("List") && items.isPresent() && items.get() instanceof YamlSequence list) {
            int index = 0;
            for (YamlNode item : list.items()) {
                node(item, document, pointer + "/items/" + index++);
            }
        }
        object(object, document, pointer);
    }

    private void object(YamlMapping object, int document, String pointer) {
        List<Doomed> doomed = new ArrayList<>();
        for (CleaningRule rule : CleaningRule.ALL) {
            find(object, rule)
                    .filter(found -> !anchored.neededOutside(found.entry()))
                    .ifPresent(doomed::add);
        }
        doomed.forEach(found -> report(found, document, pointer));
        Optional<YamlMapping> emptied = doomed.stream()
                .map(Doomed::mapping)
                .filter(mapping -> mapping.entries().size()
                        == doomed.stream().filter(d -> d.mapping() == mapping).count())
                .findFirst();
        for (Doomed found : doomed) {
            if (emptied.isEmpty() || found.mapping() != emptied.get()) {
                editor.remove(found.mapping(), found.entry());
            }
        }
        emptied.ifPresent(annotations -> removeEmptied(object, annotations));
    }

    private void removeEmptied(YamlMapping object, YamlMapping emptied) {
        mapping(object, "metadata")
                .ifPresent(metadata -> metadata.entries().stream()
                        .filter(entry -> entry.value() == emptied)
                        .findFirst()
                        .ifPresent(entry -> editor.remove(metadata, entry)));
    }

    private void report(Doomed found, int document, String pointer) {
        String path = pointer;
        for (String key : found.rule().path()) {
            path = YamlPointer.child(path, key);
        }
        cleanings.add(Cleaning.builder()
                .rule(found.rule().id())
                .reason(found.rule().reason())
                .location(Location.builder()
                        .file(file)
                        .member(ref)
                        .document(document)
                        .path(path)
                        .build())
                .build());
    }

    private record Doomed(CleaningRule rule, YamlMapping mapping, YamlEntry entry) {}

    private static Optional<Doomed> find(YamlMapping object, CleaningRule rule) {
        Optional<YamlMapping> at = Optional.of(object);
        List<String> path = rule.path();
        for (String key : path.subList(0, path.size() - 1)) {
            at = at.flatMap(mapping -> mapping(mapping, key));
        }
        return at.flatMap(
                mapping -> mapping.entry(path.get(path.size() - 1)).map(entry -> new Doomed(rule, mapping, entry)));
    }

    // Only what stands here itself: what an alias stands for is cleaned, or not, where its anchor is.
    private static Optional<YamlMapping> mapping(YamlMapping parent, String key) {
        return parent.entry(key)
                .map(YamlEntry::value)
                .filter(YamlMapping.class::isInstance)
                .map(YamlMapping.class::cast);
    }

    private static boolean isObject(YamlMapping mapping) {
        return !text(mapping, "apiVersion").isEmpty() && !kind(mapping).isEmpty();
    }

    private static String kind(YamlMapping mapping) {
        return text(mapping, "kind");
    }

    private static String text(YamlMapping mapping, String key) {
        return mapping.get(key)
                .map(YamlNode::resolve)
                .filter(YamlScalar.class::isInstance)
                .map(node -> ((YamlScalar) node).text())
                .orElse("");
    }
}

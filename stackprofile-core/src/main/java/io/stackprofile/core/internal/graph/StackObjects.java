package io.stackprofile.core.internal.graph;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.source.MemberText;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.yaml.ManifestObject;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The objects of a stack's manifests, by what tells them apart. Manifests that are not YAML are left out. A name that is
 * a placeholder is the same as the same placeholder. Immutable.
 */
public final class StackObjects {

    private static final String DEFINITION = "CustomResourceDefinition";
    private static final String DEFINITION_GROUP = "apiextensions.k8s.io";
    private static final String DEFAULT_NAMESPACE = "default";

    private final Map<MemberRef, YamlFile> files;
    private final List<StackObject> objects;
    private final Map<ObjectKey, List<StackObject>> byKey = new LinkedHashMap<>();
    private final Map<String, StackObject> definitions = new HashMap<>();

    private StackObjects(Map<MemberRef, YamlFile> files, List<StackObject> objects) {
        this.files = files;
        this.objects = objects;
        for (StackObject object : objects) {
            byKey.computeIfAbsent(object.key(), key -> new ArrayList<>(1)).add(object);
            definedKind(object.mapping(), object.apiVersion(), object.key().kind())
                    .ifPresent(kind -> definitions.putIfAbsent(kind, object));
        }
    }

    /** Reads the objects of {@code spec}. */
    public static StackObjects of(StackSpec spec, Limits limits) {
        Map<MemberRef, YamlFile> files = new LinkedHashMap<>();
        Map<Manifest, List<ManifestObject>> found = new LinkedHashMap<>();
        for (Manifest manifest : spec.manifests()) {
            read(manifest, limits).ifPresent(file -> {
                files.put(manifest.ref(), file);
                found.put(manifest, ManifestObject.of(file));
            });
        }
        Map<String, Boolean> scopes = scopes(found);
        List<StackObject> objects = new ArrayList<>();
        found.forEach((manifest, of) -> of.forEach(object -> objects.add(object(manifest, object, scopes))));
        return new StackObjects(files, objects);
    }

    /** Empty where the text is not YAML; validation says so where it compiles the member. */
    private static Optional<YamlFile> read(Manifest manifest, Limits limits) {
        try {
            return Optional.of(MemberText.parse(manifest.ref(), Optional.empty(), manifest.content(), limits));
        } catch (StackProfileException notYaml) {
            return Optional.empty();
        }
    }

    /** Every object, in the order of members and places. */
    public List<StackObject> all() {
        return objects;
    }

    /** Objects by key, in order; more than one under a key is the same object several times. */
    public Map<ObjectKey, List<StackObject>> byKey() {
        return byKey;
    }

    /** The manifests that are YAML, read. */
    public Map<MemberRef, YamlFile> files() {
        return files;
    }

    /** The object that is called {@code key}, or that has its name and no namespace. */
    Optional<StackObject> find(ObjectKey key) {
        List<StackObject> found = byKey.get(key);
        if (found == null) {
            found = byKey.getOrDefault(key.withoutNamespace(), List.of());
        }
        return found.stream().findFirst();
    }

    /** The definition of the kind of {@code object}, if the stack has it. */
    public Optional<StackObject> definition(StackObject object) {
        ObjectKey key = object.key();
        return Optional.ofNullable(definitions.get(ObjectKey.qualified(key.group(), key.kind())));
    }

    private static StackObject object(Manifest manifest, ManifestObject object, Map<String, Boolean> scopes) {
        String group = ObjectKey.groupOf(object.apiVersion());
        Optional<YamlMapping> metadata = Fields.mapping(object.mapping(), "metadata");
        String declared = metadata.map(names -> Fields.text(names, "namespace")).orElse("");
        boolean clusterWide = scopes.getOrDefault(
                ObjectKey.qualified(group, object.kind()), Kinds.isClusterWide(group, object.kind()));
        String namespace =
                clusterWide ? "" : declared.isEmpty() ? manifest.namespace().orElse(DEFAULT_NAMESPACE) : declared;
        String name = metadata.map(names -> Fields.text(names, "name")).orElse("");
        return new StackObject(
                manifest.ref(),
                object.document(),
                object.pointer(),
                object.mapping(),
                object.apiVersion(),
                new ObjectKey(group, object.kind(), namespace, name));
    }

    /** Whether the kinds that the stack itself defines are of the whole cluster. */
    private static Map<String, Boolean> scopes(Map<Manifest, List<ManifestObject>> found) {
        Map<String, Boolean> scopes = new HashMap<>();
        found.values()
                .forEach(objects ->
                        objects.forEach(object -> definedKind(object.mapping(), object.apiVersion(), object.kind())
                                .ifPresent(kind -> scopes.put(
                                        kind,
                                        Fields.mapping(object.mapping(), "spec")
                                                .map(spec -> Fields.text(spec, "scope"))
                                                .orElse("")
                                                .equals("Cluster")))));
        return scopes;
    }

    private static Optional<String> definedKind(YamlMapping object, String apiVersion, String kind) {
        if (!kind.equals(DEFINITION) || !ObjectKey.groupOf(apiVersion).equals(DEFINITION_GROUP)) {
            return Optional.empty();
        }
        return Fields.mapping(object, "spec")
                .flatMap(spec -> Fields.mapping(spec, "names")
                        .map(names -> ObjectKey.qualified(Fields.text(spec, "group"), Fields.text(names, "kind"))));
    }
}

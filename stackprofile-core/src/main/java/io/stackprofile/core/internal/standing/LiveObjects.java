package io.stackprofile.core.internal.standing;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.graph.ObjectKey;
import io.stackprofile.core.internal.source.MemberText;
import io.stackprofile.core.internal.template.SecretShape;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.yaml.YamlDocument;
import io.stackprofile.yaml.YamlTree;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The objects of a live stack by what they are, whichever members hold them. */
final class LiveObjects {

    /**
     * An object.
     *
     * @param manifest the member of the target that holds it
     * @param tree its content
     */
    record Live(Manifest manifest, @Nullable Object tree) {}

    private final Map<ObjectKey, Live> byKey = new LinkedHashMap<>();
    private final Set<Manifest> met = new LinkedHashSet<>();

    private LiveObjects() {}

    static LiveObjects of(StackSpec target, Limits limits) {
        LiveObjects objects = new LiveObjects();
        for (Manifest manifest : target.manifests()) {
            for (YamlDocument document : MemberText.parse(manifest.ref(), Optional.empty(), manifest.content(), limits)
                    .documents()) {
                document.root()
                        .ifPresent(root -> ObjectKey.of(root)
                                .ifPresent(key -> objects.byKey.put(key, new Live(manifest, YamlTree.of(root)))));
            }
        }
        return objects;
    }

    /**
     * The object that {@code key} means. One without a namespace is the one of the member's, or the only one of its name.
     */
    Optional<Live> find(ObjectKey key, Optional<String> memberNamespace) {
        Live exact = byKey.get(key);
        if (exact == null && key.namespace().isEmpty()) {
            exact = memberNamespace
                    .map(namespace -> byKey.get(new ObjectKey(key.group(), key.kind(), namespace, key.name())))
                    .orElseGet(() -> only(key));
        }
        if (exact != null) {
            met.add(exact.manifest());
        }
        return Optional.ofNullable(exact);
    }

    /** The object that a key with placeholders in it may mean, when there is but one. */
    Optional<Live> like(ObjectKey key) {
        List<ObjectKey> alike = byKey.keySet().stream()
                .filter(other -> other.group().equals(key.group())
                        && other.kind().equals(key.kind())
                        && fits(key.name(), other.name())
                        && (key.namespace().isEmpty() || fits(key.namespace(), other.namespace())))
                .toList();
        return alike.size() == 1 ? Optional.ofNullable(byKey.get(alike.get(0))) : Optional.empty();
    }

    private static boolean fits(String template, String text) {
        return SecretShape.of(template).map(shape -> shape.fits(text)).orElse(template.equals(text));
    }

    /** The members that some object was found in. */
    Set<Manifest> met() {
        return met;
    }

    private @Nullable Live only(ObjectKey key) {
        Set<ObjectKey> alike = new TreeSet<>();
        for (ObjectKey other : byKey.keySet()) {
            if (other.group().equals(key.group())
                    && other.kind().equals(key.kind())
                    && other.name().equals(key.name())) {
                alike.add(other);
            }
        }
        return alike.size() == 1 ? byKey.get(alike.iterator().next()) : null;
    }
}

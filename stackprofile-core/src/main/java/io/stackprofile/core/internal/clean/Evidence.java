package io.stackprofile.core.internal.clean;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.source.MemberText;
import io.stackprofile.error.Finding;
import io.stackprofile.error.Location;
import io.stackprofile.error.Severity;
import io.stackprofile.yaml.YamlDocument;
import io.stackprofile.yaml.YamlException;
import io.stackprofile.yaml.YamlFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an object itself says of who wanted which field: the last-applied configuration, then the managed fields. What does
 * not tell is left out, with a warning.
 *
 * @param lastApplied the last-applied configuration; in memory only
 * @param owners the field managers
 * @param warnings what could not be used, and why
 */
record Evidence(Optional<Map<?, ?>> lastApplied, Owners owners, List<Finding> warnings) {

    private static final String ANNOTATION = "kubectl.kubernetes.io/last-applied-configuration";
    private static final String BAD_ANNOTATION =
            "the last-applied annotation is no JSON, or of another object or API version, and was not used";
    private static final String BAD_FIELDS = "the managed fields are not what an API server writes, and were not used";

    /**
     * The evidence of {@code object}.
     *
     * @param known what it was last applied with, where that is known better than by the annotation
     */
    static Evidence of(Map<?, ?> object, Optional<Map<?, ?>> known, Location.Builder place, Limits limits) {
        List<Finding> warnings = new ArrayList<>();
        Object annotation = annotation(object);
        Optional<Map<?, ?>> applied = known;
        if (applied.isEmpty() && annotation != null) {
            applied = read(annotation, limits).filter(found -> isOf(found, object));
            if (applied.isEmpty()) {
                warnings.add(warning(place, "unusable-last-applied", BAD_ANNOTATION));
            }
        }
        Owners owners = Owners.unknown();
        try {
            owners = Owners.read(
                    LiveTree.map(object, "metadata").get("managedFields"),
                    LiveTree.text(object, "apiVersion"),
                    applied.isPresent());
        } catch (IllegalArgumentException notFields) {
            warnings.add(warning(place, "unusable-managed-fields", BAD_FIELDS));
        }
        return new Evidence(applied, owners, warnings);
    }

    /** Whether an object comes from a server: every object there has some of these. */
    static boolean isOnServer(Map<?, ?> object) {
        Map<?, ?> metadata = LiveTree.map(object, "metadata");
        return annotation(object) != null
                || metadata.containsKey("uid")
                || metadata.containsKey("resourceVersion")
                || metadata.containsKey("managedFields")
                || metadata.get("creationTimestamp") != null;
    }

    private static @Nullable Object annotation(Map<?, ?> object) {
        return LiveTree.map(LiveTree.map(object, "metadata"), "annotations").get(ANNOTATION);
    }

    private static Optional<Map<?, ?>> read(Object annotation, Limits limits) {
        if (!(annotation instanceof String text) || !text.stripLeading().startsWith("{")) {
            return Optional.empty();
        }
        try {
            List<YamlDocument> documents =
                    YamlFile.parse(text, MemberText.yamlLimits(limits)).documents();
            return documents.size() != 1
                    ? Optional.empty()
                    : documents.get(0).root().map(LiveTree::of).flatMap(Evidence::asMap);
        } catch (YamlException refused) {
            return Optional.empty();
        }
    }

    private static Optional<Map<?, ?>> asMap(@Nullable Object tree) {
        return tree instanceof Map<?, ?> map ? Optional.of(map) : Optional.empty();
    }

    /** Whether {@code applied} is of the object, in its API version. */
    static boolean isOf(Map<?, ?> applied, Map<?, ?> object) {
        Map<?, ?> one = LiveTree.map(applied, "metadata");
        Map<?, ?> other = LiveTree.map(object, "metadata");
        String namespace = LiveTree.text(one, "namespace");
        return LiveTree.text(applied, "apiVersion").equals(LiveTree.text(object, "apiVersion"))
                && LiveTree.text(applied, "kind").equals(LiveTree.text(object, "kind"))
                && LiveTree.text(one, "name").equals(LiveTree.text(other, "name"))
                && (namespace.isEmpty() || namespace.equals(LiveTree.text(other, "namespace")));
    }

    private static Finding warning(Location.Builder place, String code, String message) {
        return Finding.builder()
                .severity(Severity.WARNING)
                .code(code)
                .location(place.build())
                .message(message)
                .hint("Defaults were told by the other evidence; look the member over before publishing it.")
                .build();
    }

    /** Nothing of the content: the last-applied configuration may hold secrets. */
    @Override
    public String toString() {
        return "Evidence[lastApplied=" + lastApplied.isPresent() + ", " + owners + "]";
    }
}

package io.stackprofile.cluster.kubernetes.internal.mark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stackprofile.Digest;
import io.stackprofile.InstantiationId;
import io.stackprofile.ProfileId;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import io.stackprofile.instantiation.InstanceMark;
import io.stackprofile.stack.MemberRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Labels and annotations on applied objects, so that a cluster alone tells what runs there. What is selected by is a label;
 * what labels cannot hold is an annotation.
 */
public final class Marks {

    /** Label: the stack's name on the target. */
    public static final String STACK = "stackprofile.io/stack";

    /** Label: the instance's id. */
    public static final String INSTANCE = "stackprofile.io/instance";

    /** Label: the profile's version. */
    public static final String VERSION = "stackprofile.io/version";

    /** Label: the profile's id. */
    public static final String PROFILE = "stackprofile.io/profile";

    /** Annotation: the profile's name when it was instantiated. */
    public static final String PROFILE_NAME = "stackprofile.io/profile-name";

    /** Annotation: the version's digest. */
    public static final String DIGEST = "stackprofile.io/digest";

    /** Annotation: the member that the object is of, such as {@code manifest/web}. */
    public static final String MEMBER = "stackprofile.io/member";

    /** Annotation: which document of the member's text the object is, from 0. */
    public static final String DOCUMENT = "stackprofile.io/document";

    /** Annotation: the members that must be there before it, separated by commas. People write it too. */
    public static final String PARENTS = "stackprofile.io/parents";

    private Marks() {}

    /** Marks an object as a part of a stack. */
    public static void stack(ObjectNode object, String stack, MemberRef member, int document) {
        labels(object).put(STACK, stack);
        annotations(object).put(MEMBER, member.toString()).put(DOCUMENT, Integer.toString(document));
    }

    /** Marks an object as an instance's. */
    public static void instance(ObjectNode object, InstanceMark mark) {
        labels(object)
                .put(INSTANCE, mark.instance().toString())
                .put(PROFILE, mark.profile().toString())
                .put(VERSION, Integer.toString(mark.version()));
        annotations(object)
                .put(PROFILE_NAME, mark.profileName())
                .put(DIGEST, mark.digest().text());
    }

    /** Takes every mark off an object. */
    public static void unmark(ObjectNode object) {
        labels(object).remove(List.of(STACK, INSTANCE, VERSION, PROFILE));
        annotations(object).remove(List.of(PROFILE_NAME, DIGEST, MEMBER, DOCUMENT, PARENTS));
    }

    /** Whose an object is; empty when it is not marked, or not as this library marks. */
    public static Optional<InstanceMark> instance(JsonNode object) {
        try {
            return label(object, INSTANCE)
                    .flatMap(instance -> label(object, PROFILE)
                            .flatMap(profile -> label(object, VERSION)
                                    .flatMap(version -> annotation(object, DIGEST)
                                            .map(digest -> new InstanceMark(
                                                    InstantiationId.of(instance),
                                                    ProfileId.of(profile),
                                                    annotation(object, PROFILE_NAME)
                                                            .orElse(""),
                                                    Integer.parseInt(version),
                                                    Digest.of(digest))))));
        } catch (IllegalArgumentException written) {
            // Someone wrote something else there.
            return Optional.empty();
        }
    }

    /** The member that an object is of, if it is marked so. */
    public static Optional<MemberRef> member(JsonNode object) {
        return annotation(object, MEMBER).flatMap(Marks::ref);
    }

    /** The members that a marked object's member needs, as this library wrote them; what people wrote otherwise is left out. */
    public static List<MemberRef> parents(JsonNode object) {
        return Stream.of(annotation(object, PARENTS).orElse("").split(",", -1))
                .flatMap(name -> ref(name.strip()).stream())
                .toList();
    }

    private static Optional<MemberRef> ref(String text) {
        try {
            return Optional.of(MemberRef.parse(text));
        } catch (IllegalArgumentException written) {
            // Someone wrote something else there.
            return Optional.empty();
        }
    }

    /** A label's value. */
    public static Optional<String> label(JsonNode object, String name) {
        return Json.text(object, "metadata", "labels", name);
    }

    /** An annotation's value. */
    public static Optional<String> annotation(JsonNode object, String name) {
        return Json.text(object, "metadata", "annotations", name);
    }

    private static ObjectNode labels(ObjectNode object) {
        return object.withObjectProperty("metadata").withObjectProperty("labels");
    }

    private static ObjectNode annotations(ObjectNode object) {
        return object.withObjectProperty("metadata").withObjectProperty("annotations");
    }
}

package io.stackprofile.core.internal.redact;

import io.stackprofile.capture.Redaction;
import io.stackprofile.core.internal.redact.scan.KubeObject;
import io.stackprofile.core.internal.redact.scan.Place;
import io.stackprofile.core.internal.redact.scan.Sighting;
import io.stackprofile.core.internal.redact.scan.StructureScan;
import io.stackprofile.core.internal.redact.value.Tokens;
import io.stackprofile.error.Location;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.yaml.YamlDocument;
import io.stackprofile.yaml.YamlException;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlMapping;
import io.stackprofile.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/** The parameters that stood in the version before, by place, so that a secret keeps its name from version to version. */
final class EarlierNames {

    private final Map<String, List<String>> byPath = new HashMap<>();
    private final Map<String, List<String>> byPointer = new HashMap<>();

    private EarlierNames() {}

    static EarlierNames of(RedactionContext context) {
        EarlierNames names = new EarlierNames();
        context.earlier().forEach(names::add);
        context.previous().ifPresent(template -> template.members().forEach(names::add));
        return names;
    }

    /** The names that stood at the sighting's scalar, in order; none if nothing did. */
    List<String> at(Sighting sighting, YamlFile file) {
        List<String> exact = byPath.get(path(sighting, file));
        return exact != null
                ? exact
                : byPointer.getOrDefault(
                        pointer(
                                sighting.member(),
                                sighting.document(),
                                sighting.place().pointer()),
                        List.of());
    }

    private void add(Redaction redaction) {
        Location location = redaction.location();
        if (redaction.parameter().isPresent()
                && location.member().isPresent()
                && location.path().isPresent()) {
            String at = pointer(
                    location.member().get(),
                    location.document().orElse(0),
                    location.path().get());
            note(byPointer, at, redaction.parameter().get());
        }
    }

    private void add(Member member) {
        Optional<YamlFile> file = member.text().flatMap(EarlierNames::read);
        if (file.isEmpty()) {
            return;
        }
        for (YamlDocument document : file.get().documents()) {
            document.root()
                    .ifPresent(root -> StructureScan.walk(root, Place.root(), (scalar, place) -> {
                        Matcher token = Tokens.parameters(scalar.text());
                        while (token.find()) {
                            if (token.group(1).equals("parameters")) {
                                note(byPath, path(member.ref(), document, place), token.group(2));
                            }
                        }
                    }));
        }
    }

    // A stored template is YAML; one that is not tells nothing about names.
    private static Optional<YamlFile> read(String text) {
        try {
            return text.contains("${{") ? Optional.of(YamlFile.parse(text)) : Optional.empty();
        } catch (YamlException unreadable) {
            return Optional.empty();
        }
    }

    private static void note(Map<String, List<String>> names, String place, String name) {
        List<String> known = names.computeIfAbsent(place, p -> new ArrayList<>());
        if (!known.contains(name)) {
            known.add(name);
        }
    }

    private static String path(Sighting sighting, YamlFile file) {
        return path(sighting.member(), file.documents().get(sighting.document()), sighting.place());
    }

    private static String path(MemberRef member, YamlDocument document, Place place) {
        String identity = document.root()
                .map(YamlNode::resolve)
                .filter(YamlMapping.class::isInstance)
                .flatMap(root -> KubeObject.of((YamlMapping) root))
                .map(KubeObject::identity)
                .orElse(Integer.toString(document.index()));
        return member + "#" + identity + "#" + place.stablePath();
    }

    private static String pointer(MemberRef member, int document, String pointer) {
        return member + "#" + document + "#" + pointer;
    }
}

package io.stackprofile.core.internal.suggest;

import io.stackprofile.parameter.ParameterSuggestion.Kind;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tags of images, and registries other than the public ones. */
final class ImageRule {

    private static final Pattern IMAGE = Pattern.compile("(?:([a-zA-Z0-9-]+(?:\\.[a-zA-Z0-9-]+)+(?::[0-9]+)?)/)?"
            + "([a-z0-9._/-]{1,200}?)(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(@sha256:[0-9a-f]{64})?");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");
    private static final Pattern REGISTRY = Pattern.compile("[a-zA-Z0-9-]+(?:\\.[a-zA-Z0-9-]+)+(?::[0-9]+)?");
    private static final Set<String> PUBLIC = Set.of(
            "docker.io",
            "index.docker.io",
            "registry.k8s.io",
            "k8s.gcr.io",
            "gcr.io",
            "ghcr.io",
            "quay.io",
            "public.ecr.aws",
            "mcr.microsoft.com",
            "registry.gitlab.com",
            "docker.elastic.co",
            "nvcr.io");

    private ImageRule() {}

    static void see(Literal literal, Consumer<Sighting> seen) {
        String text = literal.text();
        if (literal.key().equals("image") || literal.key().equals("repository")) {
            Matcher image = IMAGE.matcher(text);
            if (image.matches()) {
                parts(literal, image, seen);
            }
        } else if (literal.key().equals("registry") && REGISTRY.matcher(text).matches() && !PUBLIC.contains(text)) {
            seen.accept(registry(literal, 0, text.length()));
        } else if (literal.key().equals("tag")
                && literal.above(1).toLowerCase(Locale.ROOT).endsWith("image")
                && literal.isWhole()
                && TAG.matcher(text).matches()) {
            String name = literal.owner()
                    + (literal.keys().size() > 2 ? "_" + literal.keys().get(0) : "") + "_tag";
            seen.accept(tag(literal, literal.member() + literal.path(), name, 0, text.length()));
        }
    }

    private static void parts(Literal literal, Matcher image, Consumer<Sighting> seen) {
        String registry = image.group(1);
        if (registry != null && !PUBLIC.contains(registry)) {
            seen.accept(registry(literal, image.start(1), image.end(1)));
        }
        String tag = image.group(3);
        // A digest says which image it is, whatever the tag.
        if (literal.key().equals("image") && tag != null && image.group(4) == null) {
            String repository = image.group(2);
            String name = repository.substring(repository.lastIndexOf('/') + 1) + "_tag";
            seen.accept(tag(literal, repository + ":" + tag, name, image.start(3), image.end(3)));
        }
    }

    private static Sighting registry(Literal literal, int from, int to) {
        String group = "registry " + literal.text().substring(from, to);
        return new Sighting(
                Kind.IMAGE,
                group,
                "image_registry",
                "A registry that not every environment pulls from.",
                literal,
                from,
                to);
    }

    private static Sighting tag(Literal literal, String group, String name, int from, int to) {
        return new Sighting(
                Kind.IMAGE,
                "tag " + group,
                name,
                "Environments run different releases of an image.",
                literal,
                from,
                to);
    }
}

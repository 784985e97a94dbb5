package io.stackprofile.core.internal.clean;

import io.stackprofile.Limits;
import io.stackprofile.capture.Cleaning;
import io.stackprofile.core.internal.graph.Kinds;
import io.stackprofile.core.internal.graph.ObjectKey;
import io.stackprofile.core.internal.source.MemberText;
import io.stackprofile.error.Finding;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.yaml.YamlDocument;
import io.stackprofile.yaml.YamlEmitter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes of objects as an API server returns them the YAML that somebody would apply to get them: without what the server, its
 * controllers and their defaults wrote, keys in Kubernetes' habit. The running state is what counts: values that were edited
 * since stay as they are. What is unknown survives. An object that no server has touched loses nothing but marks.
 */
public final class LiveCleaner {

    private static final String DEFAULT = "default";

    private final Member member;
    private final Limits limits;
    private final List<Map<?, ?>> applied;
    private final String appliedTo;
    private final List<Cleaning> cleanings = new ArrayList<>();
    private final List<Finding> warnings = new ArrayList<>();
    private Optional<String> implied = Optional.empty();

    private LiveCleaner(Member member, List<Map<?, ?>> applied, String appliedTo, Limits limits) {
        this.member = member;
        this.applied = applied;
        this.appliedTo = appliedTo;
        this.limits = limits;
    }

    /**
     * Cleans one member: a manifest's objects, or an add-on's values, of which nothing is taken but the JSON spelling.
     *
     * @throws InvalidContentException when the text is not JSON or YAML
     */
    public static Cleaned clean(Member member, Limits limits) {
        return cleaned(member, List.of(), DEFAULT, limits);
    }

    /**
     * Cleans one member whose objects this library applied: what it applied is better evidence than what they say themselves.
     * What of it still stands comes back as it was applied, defaults that were written out included.
     *
     * @param applied the member as it was last applied; placeholders for secrets are fine
     * @throws InvalidContentException when a text is not JSON or YAML
     */
    public static Cleaned clean(Member member, Member applied, Limits limits) {
        List<Map<?, ?>> objects = new ArrayList<>();
        applied.text()
                .ifPresent(text -> MemberText.parse(applied.ref(), Optional.empty(), text, limits)
                        .documents()
                        .forEach(document ->
                                document.root().map(LiveTree::of).ifPresent(tree -> collect(tree, objects))));
        return cleaned(member, objects, applied.namespace().orElse(DEFAULT), limits);
    }

    private static void collect(Object tree, List<Map<?, ?>> objects) {
        if (tree instanceof Map<?, ?> object && isList(object) && object.get("items") instanceof List<?> items) {
            items.forEach(item -> collect(item, objects));
        } else if (tree instanceof Map<?, ?> object) {
            objects.add(object);
        }
    }

    private static Cleaned cleaned(Member member, List<Map<?, ?>> applied, String appliedTo, Limits limits) {
        Optional<String> text = member.text();
        return text.isEmpty()
                ? new Cleaned(member, List.of())
                : new LiveCleaner(member, applied, appliedTo, limits).cleaned(text.get());
    }

    private Cleaned cleaned(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (YamlDocument document :
                MemberText.parse(member.ref(), Optional.empty(), text, limits).documents()) {
            document.root().ifPresent(root -> {
                Object tree = LiveTree.of(root);
                out.append(out.isEmpty() ? "" : "---\n")
                        .append(YamlEmitter.document(
                                member instanceof Addon ? tree : document(tree, document.index(), "")));
            });
        }
        Member yaml = member.withText(out.toString());
        if (implied.isPresent() && yaml instanceof Manifest manifest) {
            yaml = Manifest.builder()
                    .name(manifest.name())
                    .namespace(implied)
                    .content(manifest.content())
                    .addAllParents(manifest.parents())
                    .build();
        }
        return new Cleaned(yaml, cleanings, warnings);
    }

    private @Nullable Object document(@Nullable Object tree, int document, String pointer) {
        if (!(tree instanceof Map<?, ?> object) || LiveTree.text(object, "kind").isEmpty()) {
            return tree;
        }
        return isList(object) && object.get("items") instanceof List<?> items
                ? list(object, items, document, pointer)
                : object(object, document, pointer);
    }

    private static boolean isList(Map<?, ?> object) {
        return LiveTree.text(object, "kind").endsWith("List")
                && !LiveTree.map(object, "metadata").containsKey("name");
    }

    private Map<String, @Nullable Object> list(Map<?, ?> list, List<?> items, int document, String pointer) {
        List<@Nullable Object> cleaned = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            cleaned.add(document(items.get(i), document, pointer + "/items/" + i));
        }
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        list.forEach((key, value) -> out.put(Objects.toString(key), value));
        out.put("items", cleaned);
        return out;
    }

    private Map<String, @Nullable Object> object(Map<?, ?> live, int document, String pointer) {
        String group = group(LiveTree.text(live, "apiVersion"));
        String kind = LiveTree.text(live, "kind");
        Optional<Map<?, ?>> known = known(live);
        Evidence evidence = Evidence.of(live, known, place(document, pointer), limits);
        warnings.addAll(evidence.warnings());
        Map<?, ?> object = group.isEmpty() && kind.equals("Secret")
                ? new SecretStrings(evidence).restore(live, (at, why) -> report(document, pointer, at, why))
                : live;
        boolean builtIn = Kinds.isBuiltIn(group);
        boolean onServer = Evidence.isOnServer(live);
        FieldRules rules = onServer ? FieldRules.forKind(ObjectKey.qualified(group, kind)) : FieldRules.untouched();
        Map<String, @Nullable Object> cleaned = new LiveFields(
                        new Verdict(rules, builtIn && onServer, evidence),
                        new AppliedEmpties(builtIn),
                        (at, why) -> report(document, pointer, at, why))
                .clean(object, Proof.of(evidence));
        return KeyOrder.of(withoutImpliedNamespace(cleaned, known, document, pointer));
    }

    private Map<String, @Nullable Object> withoutImpliedNamespace(
            Map<String, @Nullable Object> object, Optional<Map<?, ?>> known, int document, String pointer) {
        if (!(object.get("metadata") instanceof Map<?, ?> metadata)
                || !isImplied(LiveTree.text(metadata, "namespace"), known)) {
            return object;
        }
        implied = Optional.of(LiveTree.text(metadata, "namespace"));
        metadata.remove("namespace");
        report(
                document,
                pointer,
                Place.root(object).child("metadata", metadata).child("namespace", null),
                Verdict.Reason.of(LiveRule.DEFAULT_NAMESPACE));
        return object;
    }

    /** Whether an object goes to this namespace without naming it. */
    private boolean isImplied(String namespace, Optional<Map<?, ?>> known) {
        if (known.isPresent()) {
            String named = LiveTree.text(LiveTree.map(known.get(), "metadata"), "namespace");
            return named.isEmpty() && namespace.equals(appliedTo);
        }
        return namespace.equals(DEFAULT) && member.namespace().orElse(DEFAULT).equals(DEFAULT);
    }

    private Optional<Map<?, ?>> known(Map<?, ?> live) {
        for (Map<?, ?> object : applied) {
            if (Evidence.isOf(object, live)) {
                return Optional.of(object);
            }
        }
        return Optional.empty();
    }

    private static String group(String apiVersion) {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    private Location.Builder place(int document, String pointer) {
        return Location.builder().member(member.ref()).document(document).path(pointer);
    }

    private void report(int document, String pointer, Place at, Verdict.Reason why) {
        cleanings.add(Cleaning.builder()
                .rule(why.rule())
                .reason(why.text())
                .location(place(document, pointer + at.pointer()).build())
                .build());
    }
}

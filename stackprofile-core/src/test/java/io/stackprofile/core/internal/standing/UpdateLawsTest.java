package io.stackprofile.core.internal.standing;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.redact.Redactor;
import io.stackprofile.core.internal.redact.rule.Knowledge;
import io.stackprofile.core.internal.tree.TokenTree;
import io.stackprofile.core.internal.tree.TreeJson;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.yaml.YamlDocument;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** The laws of joining a version with its target, on texts and on what an API server returns. */
class UpdateLawsTest {

    private static final Redactor REDACTOR = new Redactor(Knowledge.builtIn(), Limits.defaults());
    private static final MemberRef WEB = MemberRef.manifest("web");

    private static final List<String> LINES = List.of(
            "# The front.",
            "apiVersion: apps/v1",
            "kind: Deployment",
            "metadata:",
            "  name: web",
            "  labels:",
            "    a: one",
            "    b: two   # why",
            "spec:",
            "  replicas: 2",
            "  template:",
            "    spec:",
            "      containers:",
            "        - name: web",
            "          image: \"web:1\"",
            "          env:",
            "            - name: MODE",
            "              value: fast",
            "            - name: DB",
            "              value: \"db:${{ parameters.pw }}@quay\"",
            "        - name: log",
            "          image: log:1",
            "          resources: {limits: {cpu: 1000m}}",
            "---",
            "apiVersion: v1",
            "kind: Secret",
            "metadata: {name: web}",
            "stringData:",
            "  pw: ${{ parameters.pw }}",
            "---",
            "apiVersion: v1",
            "kind: ConfigMap",
            "metadata: {name: web}",
            "data:",
            "  mode: fast",
            "  size: \"3\"");

    /** What may be changed line by line; a live target may not add fields of its own, which are left out. */
    private static final Map<String, String> CHANGES = Map.of(
            "    a: one", "    a: other",
            "    b: two   # why", "    b: deux   # why",
            "  replicas: 2", "  replicas: 5",
            "          image: \"web:1\"", "          image: \"web:2\"",
            "              value: fast", "              value: slow",
            "          image: log:1", "          image: log:2",
            "          resources: {limits: {cpu: 1000m}}", "          resources: {limits: {cpu: 250m}}",
            "  mode: fast", "  mode: slow",
            "  size: \"3\"", "");

    /** Three states of a member in which no line is changed by both. */
    private record Sides(StackSpec base, StackSpec theirs, StackSpec ours, StackSpec all) {

        static Sides of(Random random) {
            List<StringBuilder> texts =
                    List.of(new StringBuilder(), new StringBuilder(), new StringBuilder(), new StringBuilder());
            for (String line : LINES) {
                String changed = CHANGES.getOrDefault(line, line);
                int who = random.nextInt(3);
                add(texts.get(0), line);
                add(texts.get(1), who == 1 ? changed : line);
                add(texts.get(2), who == 2 ? changed : line);
                add(texts.get(3), who == 0 ? line : changed);
            }
            return new Sides(spec(texts.get(0)), spec(texts.get(1)), spec(texts.get(2)), spec(texts.get(3)));
        }
    }

    @Property(tries = 100)
    void ofTheSidesOfATextTheOneThatChangedIsTaken(@ForAll Random random) {
        Sides sides = Sides.of(random);

        assertThat(merge(sides.base(), sides.base(), text(sides.ours()))).isEqualTo(joined(sides.ours()));
        assertThat(merge(sides.base(), sides.theirs(), text(sides.base()))).isEqualTo(joined(sides.theirs()));
        assertThat(merge(sides.base(), sides.ours(), text(sides.ours()))).isEqualTo(joined(sides.ours()));
    }

    @Property(tries = 100)
    void ofTheSidesOfALiveStackTheOneThatChangedIsTaken(@ForAll Random random) {
        Sides sides = Sides.of(random);

        assertThat(trees(merge(sides.base(), sides.base(), live(sides.ours())))).isEqualTo(trees(sides.ours()));
        assertThat(merge(sides.base(), sides.theirs(), live(sides.base()))).isEqualTo(joined(sides.theirs()));
        assertThat(trees(merge(sides.base(), sides.ours(), live(sides.ours())))).isEqualTo(trees(sides.ours()));
    }

    @Property(tries = 100)
    void editsOfDifferentPlacesAreAllThereWhoeverMadeThem(@ForAll Random random) {
        Sides sides = Sides.of(random);

        assertThat(trees(merge(sides.base(), sides.theirs(), text(sides.ours()))))
                .isEqualTo(trees(sides.all()));
        assertThat(trees(merge(sides.base(), sides.ours(), text(sides.theirs()))))
                .isEqualTo(trees(sides.all()));
        assertThat(trees(merge(sides.base(), sides.theirs(), live(sides.ours()))))
                .isEqualTo(trees(sides.all()));
        assertThat(trees(merge(sides.base(), sides.ours(), live(sides.theirs()))))
                .isEqualTo(trees(sides.all()));
    }

    @Property(tries = 50)
    void whatBothChangedIsAConflictThatNamesBothSides(@ForAll Random random) {
        String line = List.of("  replicas: 2", "          image: log:1", "  mode: fast")
                .get(random.nextInt(3));
        StackSpec base = spec(new StringBuilder(String.join("\n", LINES) + "\n"));
        StackSpec theirs = changed(base, line, line.replaceAll("[a-z0-9]+$", "7"));
        StackSpec ours = changed(base, line, line.replaceAll("[a-z0-9]+$", "8"));

        for (StackSnapshot target : List.of(text(ours), live(ours))) {
            InPlaceMerge.Result result = merge(base, theirs, target);

            assertThat(result.conflicts()).hasSize(1).allSatisfy(conflict -> {
                assertThat(conflict.theirs().orElseThrow()).contains("7");
                assertThat(conflict.ours().orElseThrow()).contains("8");
                assertThat(conflict.base()).isPresent();
                assertThat(conflict.location().path()).isPresent();
            });
        }
    }

    private static StackSpec changed(StackSpec spec, String line, String to) {
        return spec.map(member -> member.withText(member.text().orElseThrow().replace(line + "\n", to + "\n")));
    }

    private static InPlaceMerge.Result joined(StackSpec spec) {
        return new InPlaceMerge.Result(spec, List.of(), List.of());
    }

    private static InPlaceMerge.Result merge(StackSpec base, StackSpec theirs, StackSnapshot target) {
        TargetSide side = TargetSide.of(base, theirs, target, REDACTOR, Limits.defaults());
        assertThat(side.secrets()).isEmpty();
        return InPlaceMerge.merge(base, theirs, side, Map.of(), Limits.defaults());
    }

    private static List<@Nullable Object> trees(InPlaceMerge.Result result) {
        assertThat(result.conflicts()).isEmpty();
        return trees(result.applied());
    }

    private static List<@Nullable Object> trees(StackSpec spec) {
        List<@Nullable Object> trees = new ArrayList<>();
        for (YamlDocument document : YamlFile.parse(
                        spec.find(WEB).orElseThrow().text().orElseThrow())
                .documents()) {
            trees.add(TokenTree.of(document));
        }
        return trees;
    }

    private static void add(StringBuilder text, String line) {
        if (!line.isEmpty()) {
            text.append(line).append('\n');
        }
    }

    private static StackSpec spec(StringBuilder text) {
        return StackSpec.of(
                Optional.empty(),
                List.of(Manifest.builder().name("web").content(text.toString()).build()));
    }

    private static StackSnapshot text(StackSpec spec) {
        return snapshot(spec, false);
    }

    private static StackSnapshot snapshot(StackSpec spec, boolean live) {
        return StackSnapshot.builder()
                .name("quay")
                .spec(spec)
                .live(live)
                .fingerprint("")
                .build();
    }

    /** Each object a member of its own, as JSON, with the secret in place and with what a server adds. */
    private static StackSnapshot live(StackSpec spec) {
        List<Manifest> objects = new ArrayList<>();
        String text = spec.find(WEB).orElseThrow().text().orElseThrow();
        for (YamlDocument document : YamlFile.parse(text).documents()) {
            Map<String, Object> object = map(YamlTree.of(document.root().orElseThrow()));
            map(object.get("metadata")).put("uid", "4c5d");
            map(object.get("metadata")).put("namespace", "quay");
            object.put("status", Map.of("ready", true));
            if (object.get("kind").equals("Secret")) {
                object.remove("stringData");
                object.put("data", Map.of("pw", "dGlkYWwtR2FudHJ5"));
            }
            if (object.get("kind").equals("Deployment")) {
                map(object.get("spec")).put("revisionHistoryLimit", 10L);
            }
            String json = TreeJson.of(object)
                    .replace("${{ parameters.pw }}", "tidal-Gantry-57")
                    .replace("\"1000m\"", "\"1\"");
            objects.add(Manifest.builder()
                    .name("object-" + objects.size())
                    .content(json)
                    .build());
        }
        return snapshot(StackSpec.of(Optional.empty(), objects), true);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object tree) {
        return tree == null ? new LinkedHashMap<>() : (Map<String, Object>) tree;
    }
}

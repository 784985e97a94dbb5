package io.stackprofile.core.internal.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.tree.TokenTree;
import io.stackprofile.draft.MergeConflict;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.fixture.StackArbitraries;
import io.stackprofile.yaml.YamlDocument;
import io.stackprofile.yaml.YamlFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class MergeLawsTest {

    /** Lines that may be changed one by one; a line of the base is its key. */
    private static final List<String> LINES = List.of(
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
            "          args: [\"--a\", \"--b\"]",
            "        - name: log",
            "          image: log:1",
            "---",
            "apiVersion: v1",
            "kind: ConfigMap",
            "metadata: {name: web}",
            "data:",
            "  mode: fast",
            "  size: \"3\"");

    private static final Map<String, String> CHANGES = Map.of(
            "    a: one", "    a: other",
            "    b: two   # why", "    b: two   # because",
            "  replicas: 2", "  replicas: ${{ parameters.n }}",
            "          image: \"web:1\"", "          image: \"web:2\"",
            "          args: [\"--a\", \"--b\"]", "          args: [\"--c\"]",
            "          image: log:1", "          image: log:2\n          tty: true",
            "  mode: fast", "  more: yes\n  mode: slow",
            "  size: \"3\"", "");

    @Property(tries = 200)
    void whatOnlyOneSideChangedIsTakenWhole(@ForAll("stacks") StackSpec base, @ForAll("stacks") StackSpec other) {
        Side b = side(base);
        Side o = side(other);

        assertThat(merge(b, b, o)).isEqualTo(new StackMerge.Result(o, List.of()));
        assertThat(merge(b, o, b)).isEqualTo(new StackMerge.Result(o, List.of()));
        assertThat(merge(b, o, o)).isEqualTo(new StackMerge.Result(o, List.of()));
    }

    @Property(tries = 200)
    void theSidesMayBeSwapped(
            @ForAll("stacks") StackSpec base, @ForAll("stacks") StackSpec theirs, @ForAll("stacks") StackSpec ours) {
        StackMerge.Result one = merge(side(base), side(theirs), side(ours));
        StackMerge.Result two = merge(side(base), side(ours), side(theirs));

        assertThat(two.conflicts()).extracting(MergeConflict::kind).hasSameElementsAs(kinds(one));
        assertThat(two.conflicts()).hasSameSizeAs(one.conflicts());
        if (one.conflicts().isEmpty()) {
            assertThat(two.merged().spec().members())
                    .extracting(Member::ref)
                    .isEqualTo(one.merged().spec().members().stream()
                            .map(Member::ref)
                            .toList());
            assertThat(trees(two)).isEqualTo(trees(one));
        }
    }

    @Property(tries = 300)
    void changesOfDifferentPlacesAreAllThereWhoeverMadeThem(@ForAll Random random) {
        StringBuilder base = new StringBuilder();
        StringBuilder theirs = new StringBuilder();
        StringBuilder ours = new StringBuilder();
        StringBuilder all = new StringBuilder();
        for (String line : LINES) {
            String changed = CHANGES.getOrDefault(line, line);
            int who = random.nextInt(3);
            add(base, line);
            add(theirs, who == 1 ? changed : line);
            add(ours, who == 2 ? changed : line);
            add(all, who == 0 ? line : changed);
        }

        StackMerge.Result result = merge(text(base), text(theirs), text(ours));

        assertThat(result.conflicts()).isEmpty();
        assertThat(trees(result)).isEqualTo(trees(new StackMerge.Result(text(all), List.of())));
    }

    @Provide
    Arbitrary<StackSpec> stacks() {
        return StackArbitraries.stacks();
    }

    private static void add(StringBuilder text, String line) {
        if (!line.isEmpty()) {
            text.append(line).append('\n');
        }
    }

    private static Side text(StringBuilder text) {
        return side(StackSpec.of(
                Optional.empty(),
                List.of(Manifest.builder().name("web").content(text.toString()).build())));
    }

    private static Side side(StackSpec spec) {
        return new Side(spec, List.of(), List.of());
    }

    private static StackMerge.Result merge(Side base, Side theirs, Side ours) {
        return StackMerge.merge(base, theirs, ours, Map.of(), Limits.defaults());
    }

    private static List<MergeConflict.Kind> kinds(StackMerge.Result result) {
        return result.conflicts().stream().map(MergeConflict::kind).toList();
    }

    private static List<@Nullable Object> trees(StackMerge.Result result) {
        List<@Nullable Object> trees = new ArrayList<>();
        for (Member member : result.merged().spec().members()) {
            for (YamlDocument document :
                    YamlFile.parse(member.text().orElse("")).documents()) {
                trees.add(MergeKeys.unordered("", TokenTree.of(document)));
            }
        }
        return trees;
    }
}

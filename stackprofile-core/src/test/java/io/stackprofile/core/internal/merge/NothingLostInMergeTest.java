package io.stackprofile.core.internal.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Limits;
import io.stackprofile.draft.MergeConflict;
import io.stackprofile.draft.MergeConflict.Kind;
import io.stackprofile.draft.MergeResolution;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.StackSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class NothingLostInMergeTest {

    private static final String POD = "kind: Pod\nspec:\n  initContainers:\n";
    private static final String FIRST = "  - name: first\n    image: a:1\n";
    private static final String SECOND = "  - name: second\n    image: b:1\n";

    @Test
    void anOrderThatMattersIsNotDroppedForTheOtherSidesChanges() {
        String ours = POD + FIRST.replace("a:1", "a:2") + SECOND.replace("b:1", "b:2");

        StackMerge.Result result = merge(POD + FIRST + SECOND, POD + SECOND + FIRST, ours, Map.of());
        assertThat(result.conflicts()).extracting(MergeConflict::kind).containsExactly(Kind.BOTH_CHANGED);

        String id = result.conflicts().get(0).id();
        assertThat(text(merge(
                        POD + FIRST + SECOND, POD + SECOND + FIRST, ours, Map.of(id, new MergeResolution.Theirs()))))
                .containsSubsequence("second", "first");
    }

    @Test
    void anOrderThatOneSideChangedIsTaken() {
        String base = "kind: Pod\nz: 1\nspec:\n  initContainers:\n" + FIRST + SECOND;
        String theirs = "kind: Pod\nz: 1\nspec:\n  initContainers:\n" + SECOND + FIRST;

        assertThat(text(merge(base, theirs, base.replace("z: 1", "z: 2"), Map.of())))
                .isEqualTo(theirs.replace("z: 1", "z: 2"));
    }

    @Test
    void aCommentInWhatTheOtherSideRemovedIsNotDropped() {
        StackMerge.Result result =
                merge("a:\n  k: 1\n  l: 2\n", "a:\n  l: 2\n", "a:\n  k: 1 # why\n  l: 2\n", Map.of());

        assertThat(result.conflicts()).extracting(MergeConflict::kind).containsExactly(Kind.TEXT);
        assertThat(text(result)).contains("# why");
    }

    @Test
    @Timeout(20)
    void manyChangesOfALongTextAreJoinedLineByLine() {
        String theirs = lines(i -> i % 2 == 0, "theirs");
        String ours = lines(i -> i % 2 == 1, "ours");

        StackMerge.Result result = merge(lines(i -> false, ""), theirs, ours, Map.of());
        assertThat(result.conflicts()).isEmpty();
        assertThat(text(result).lines().filter(line -> line.endsWith("theirs"))).hasSize(8_000);
        assertThat(text(result).lines().filter(line -> line.endsWith("ours"))).hasSize(8_000);
    }

    private static String lines(IntPredicate changed, String value) {
        return IntStream.range(0, 16_000)
                .mapToObj(i -> "k" + i + ": " + (changed.test(i) ? value : "same") + "\n")
                .collect(Collectors.joining());
    }

    private static StackMerge.Result merge(
            String base, String theirs, String ours, Map<String, MergeResolution> resolutions) {
        return StackMerge.merge(side(base), side(theirs), side(ours), resolutions, Limits.defaults());
    }

    private static Side side(String text) {
        Manifest member = Manifest.builder().name("web").content(text).build();
        return new Side(StackSpec.of(Optional.empty(), List.of(member)), List.of(), List.of());
    }

    private static String text(StackMerge.Result result) {
        return result.merged().spec().members().get(0).text().orElseThrow();
    }
}

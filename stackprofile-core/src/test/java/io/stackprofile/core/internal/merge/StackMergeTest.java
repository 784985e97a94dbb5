package io.stackprofile.core.internal.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stackprofile.Limits;
import io.stackprofile.draft.MergeConflict;
import io.stackprofile.draft.MergeConflict.Kind;
import io.stackprofile.draft.MergeResolution;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StackMergeTest {

    private static final String TEXT = """
            # the shop's front
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
            spec:
              replicas: 2   # by hand
              template:
                spec:
                  containers:
                    - name: web
                      image: "web:1"
                      env:
                        - name: LEVEL
                          value: info
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: web}
            data:
              mode: fast
              size: "3"
            """;

    @Test
    void changesOfDifferentPlacesAreJoinedAndTheRestStaysByteForByte() {
        String theirs = TEXT.replace("web:1", "web:2").replace("mode: fast", "mode: slow # they say");
        String ours = TEXT.replace("replicas: 2", "replicas: 5").replace("size: \"3\"", "size: \"4\" # we say");

        StackMerge.Result result = merge(TEXT, theirs, ours);
        assertThat(result.conflicts()).isEmpty();
        assertThat(text(result))
                .isEqualTo(ours.replace("web:1", "web:2").replace("mode: fast", "mode: slow # they say"));
    }

    @Test
    void itemsThatBothAddToAListWithKeysAreAllThere() {
        String theirs = TEXT.replace("value: info\n", "value: info\n            - {name: THEIRS, value: a}\n");
        String ours = TEXT.replace("value: info\n", "value: info\n            - {name: OURS, value: b}\n");

        StackMerge.Result result = merge(TEXT, theirs, ours);
        assertThat(result.conflicts()).isEmpty();
        assertThat(text(result))
                .startsWith(ours.substring(0, ours.indexOf("---")).stripTrailing())
                .containsSubsequence("OURS", "THEIRS", "---");
    }

    @Test
    void aPlaceholderWithoutQuotesStaysOneWhenItIsSpliced() {
        String theirs = TEXT.replace("replicas: 2   # by hand", "replicas: ${{ parameters.n }}   # by hand")
                .replace("web:1", "${{ parameters.image }}");
        String ours = TEXT.replace("replicas: 2   # by hand\n", "replicas: 2   # by hand\n  paused: true\n");

        StackMerge.Result result = merge(TEXT, theirs, ours);
        assertThat(result.conflicts()).isEmpty();
        assertThat(text(result)).contains("replicas: ${{ parameters.n }}   # by hand\n  paused: true\n");
        assertThat(text(result)).contains("image: \"${{ parameters.image }}\"");
    }

    @Test
    void aPlaceholderInQuotesIsNeverWrittenWithoutThem() {
        String theirs = TEXT.replace("# by hand\n", "# by hand\n  a: \"${{ parameters.a }}\"\n");
        String ours = TEXT.replace("# by hand\n", "# by hand\n  b: 5\n");
        assertThat(only(merge(TEXT, theirs, ours)).kind()).isEqualTo(Kind.TEXT);
    }

    @Test
    void documentsAreMatchedByWhatTheyAreAndNotByPlace() {
        String moved = TEXT.substring(TEXT.indexOf("---\n") + 4) + "---\n" + TEXT.substring(0, TEXT.indexOf("---\n"));

        StackMerge.Result result = merge(TEXT, TEXT.replace("mode: fast", "mode: slow"), moved);

        assertThat(result.conflicts()).isEmpty();
        assertThat(text(result)).isEqualTo(moved.replace("mode: fast", "mode: slow"));
    }

    @Test
    void aValueThatBothChangedIsAConflictAndIsSettledEitherWay() {
        String theirs = TEXT.replace("replicas: 2", "replicas: 3").replace("web:1", "web:2");
        String ours = TEXT.replace("replicas: 2", "replicas: 5");

        MergeConflict conflict = only(merge(TEXT, theirs, ours));

        assertThat(conflict.id()).isEqualTo("both-changed manifest/web#0/spec/replicas");
        assertThat(conflict.location().describe()).isEqualTo("manifest/web, /spec/replicas");
        assertThat(List.of(conflict.base(), conflict.theirs(), conflict.ours()))
                .extracting(Optional::orElseThrow)
                .containsExactly("2", "3", "5");
        assertThat(settled(TEXT, theirs, ours, MergeResolution.ours())).isEqualTo(ours.replace("web:1", "web:2"));
        assertThat(settled(TEXT, theirs, ours, MergeResolution.theirs())).isEqualTo(theirs);
        assertThat(settled(TEXT, theirs, ours, MergeResolution.value(9)))
                .isEqualTo(theirs.replace("replicas: 3", "replicas: 9"));
    }

    @Test
    void whatOneRemovedAndTheOtherChangedIsAConflict() {
        String without = TEXT.replace("  mode: fast\n", "");
        assertThat(only(merge(TEXT, without, TEXT.replace("mode: fast", "mode: slow")))
                        .kind())
                .isEqualTo(Kind.DELETE_MODIFY);
        String first = TEXT.substring(0, TEXT.indexOf("---"));
        assertThat(only(merge(TEXT, first, TEXT.replace("mode: fast", "mode: slow")))
                        .kind())
                .isEqualTo(Kind.DELETE_MODIFY);
        assertThat(only(StackMerge.merge(
                                side(manifest("web", TEXT)),
                                side(),
                                side(manifest("web", TEXT.replace("fast", "slow"))),
                                Map.of(),
                                Limits.defaults()))
                        .kind())
                .isEqualTo(Kind.DELETE_MODIFY);
    }

    @Test
    void whatBothAddedDifferentlyIsAConflict() {
        assertThat(only(merge(TEXT, TEXT + "  more: a\n", TEXT + "  more: b\n")).kind())
                .isEqualTo(Kind.ADD_ADD);
        assertThat(only(StackMerge.merge(
                                side(),
                                side(manifest("web", TEXT)),
                                side(manifest("web", TEXT.replace("fast", "slow"))),
                                Map.of(),
                                Limits.defaults()))
                        .kind())
                .isEqualTo(Kind.ADD_ADD);
    }

    @Test
    void commentsOfBothSidesOnOneLineAreAConflictOfTexts() {
        String theirs = TEXT.replace("# by hand", "# they").replace("web:1", "web:2");
        String ours = TEXT.replace("# by hand", "# we");

        MergeConflict conflict = only(merge(TEXT, theirs, ours));

        assertThat(conflict.kind()).isEqualTo(Kind.TEXT);
        assertThat(settled(TEXT, theirs, ours, MergeResolution.ours())).isEqualTo(ours.replace("web:1", "web:2"));
        assertThat(settled(TEXT, theirs, ours, MergeResolution.theirs())).isEqualTo(theirs);
    }

    @Test
    void aTextThatIsNotYamlIsTakenWholeOrIsAConflict() {
        assertThat(text(merge("a: [", "a: [", "b: ["))).isEqualTo("b: [");
        assertThat(only(merge("a: [", "c: [", "b: [")).kind()).isEqualTo(Kind.TEXT);
    }

    @Test
    void fieldsOfAnAddonAreJoinedOneByOne() {
        Addon base = addon("1.0.0", "web");
        StackMerge.Result joined = StackMerge.merge(
                side(base), side(addon("1.1.0", "web")), side(addon("1.0.0", "shop")), Map.of(), Limits.defaults());
        assertThat(joined.conflicts()).isEmpty();
        assertThat(joined.merged().spec().members()).containsExactly(addon("1.1.0", "shop"));

        MergeConflict conflict = only(StackMerge.merge(
                side(base), side(addon("1.1.0", "web")), side(addon("2.0.0", "web")), Map.of(), Limits.defaults()));
        assertThat(conflict.id()).isEqualTo("both-changed addon/web chart version");
    }

    @Test
    void parametersAndRulesThatBothChangedAreConflictsAndOneInUseDoesNotVanish() {
        Side base = contract("a", text("n", "1"), text("m", "1"));
        MergeConflict changed = only(StackMerge.merge(
                base,
                contract("a", text("n", "2"), text("m", "1")),
                contract("a", text("n", "3"), text("m", "1")),
                Map.of(),
                Limits.defaults()));
        assertThat(changed.kind()).isEqualTo(Kind.PARAMETER);
        assertThat(changed.name()).contains("n");

        Side removed = contract("a", text("m", "1"));
        Side using = contract("${{ parameters.n }}", text("n", "1"), text("m", "1"));
        MergeConflict vanished = only(StackMerge.merge(base, removed, using, Map.of(), Limits.defaults()));
        assertThat(vanished.id()).isEqualTo("parameter n in use");
        StackMerge.Result kept = StackMerge.merge(
                base, removed, using, Map.of(vanished.id(), MergeResolution.ours()), Limits.defaults());
        assertThat(kept.conflicts()).isEmpty();
        assertThat(kept.merged().parameters()).extracting(Parameter::name).containsExactly("m", "n");
    }

    @Test
    void edgesThatOnlyTogetherAreWrongAreConflicts() {
        Member a = manifest("a", "a: 1\n");
        Member b = manifest("b", "b: 1\n");
        MergeConflict cycle = only(StackMerge.merge(
                side(a, b),
                side(a.withParents(List.of(b.ref())), b),
                side(a, b.withParents(List.of(a.ref()))),
                Map.of(),
                Limits.defaults()));
        assertThat(cycle.kind()).isEqualTo(Kind.EDGES);

        Side using = side(a, b.withParents(List.of(a.ref())));
        MergeConflict gone = only(StackMerge.merge(side(a, b), side(b), using, Map.of(), Limits.defaults()));
        assertThat(gone.id()).isEqualTo("edges manifest/b to manifest/a");
        assertThat(StackMerge.merge(
                                side(a, b),
                                side(b),
                                using,
                                Map.of(gone.id(), MergeResolution.theirs()),
                                Limits.defaults())
                        .merged())
                .isEqualTo(side(b));
    }

    @Test
    void aResolutionOfNoConflictIsRefused() {
        assertThatThrownBy(() -> StackMerge.merge(
                        side(), side(), side(), Map.of("both-changed x", MergeResolution.ours()), Limits.defaults()))
                .isInstanceOf(InvalidContentException.class);
    }

    private static StackMerge.Result merge(String base, String theirs, String ours) {
        return merge(base, theirs, ours, Map.of());
    }

    private static StackMerge.Result merge(
            String base, String theirs, String ours, Map<String, MergeResolution> resolutions) {
        return StackMerge.merge(
                side(manifest("web", base)),
                side(manifest("web", theirs)),
                side(manifest("web", ours)),
                resolutions,
                Limits.defaults());
    }

    private static String settled(String base, String theirs, String ours, MergeResolution resolution) {
        StackMerge.Result result =
                merge(base, theirs, ours, Map.of(only(merge(base, theirs, ours)).id(), resolution));
        assertThat(result.conflicts()).isEmpty();
        return text(result);
    }

    private static MergeConflict only(StackMerge.Result result) {
        assertThat(result.conflicts()).hasSize(1);
        return result.conflicts().get(0);
    }

    private static String text(StackMerge.Result result) {
        return result.merged().spec().members().get(0).text().orElseThrow();
    }

    private static Manifest manifest(String name, String text) {
        return Manifest.builder().name(name).content(text).build();
    }

    private static Addon addon(String version, String namespace) {
        return Addon.builder()
                .name("web")
                .chartName("web")
                .chartVersion(version)
                .namespace(namespace)
                .build();
    }

    private static Side side(Member... members) {
        return new Side(StackSpec.of(Optional.empty(), List.of(members)), List.of(), List.of());
    }

    private static Side contract(String value, Parameter... parameters) {
        Member member = manifest("web", "kind: ConfigMap\ndata: {a: \"" + value + "\"}\n");
        return new Side(StackSpec.of(Optional.empty(), List.of(member)), List.of(parameters), List.of());
    }

    private static Parameter text(String name, String value) {
        return Parameter.builder()
                .name(name)
                .type(ParameterType.STRING)
                .defaultValue(ParameterValue.of(value))
                .build();
    }
}

package io.stackprofile.core.internal.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.core.internal.tree.AnyVersion;
import io.stackprofile.diff.Change;
import io.stackprofile.diff.Impact;
import io.stackprofile.diff.MemberDiff;
import io.stackprofile.diff.ValueChange;
import io.stackprofile.diff.VersionDiff;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DiffLawsTest {

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void aTreeDoesNotDifferFromItself(@ForAll("trees") Object tree) {
        assertThat(diff(tree, tree)).isEmpty();
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void applyingADiffToTheOlderTreeGivesTheNewerOne(@ForAll("trees") Object before, @ForAll("trees") Object after) {
        assertThat(AppliedChanges.apply(before, diff(before, after))).isEqualTo(after);
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void theReverseRemovesWhatWasAddedAndAddsWhatWasRemoved(
            @ForAll("trees") Object before, @ForAll("trees") Object after) {
        List<ValueChange> there = diff(before, after);
        List<ValueChange> back = diff(after, before);

        assertThat(places(there, Change.ADDED)).containsExactlyInAnyOrderElementsOf(places(back, Change.REMOVED));
        assertThat(places(there, Change.REMOVED)).containsExactlyInAnyOrderElementsOf(places(back, Change.ADDED));
        assertThat(places(there, Change.CHANGED)).hasSameSizeAs(places(back, Change.CHANGED));
        assertThat(places(there, Change.MOVED)).hasSameSizeAs(places(back, Change.MOVED));
    }

    @Property(tries = 200)
    void aDiffIsEmptyExactlyWhenTheDigestsAreTheSame(
            @ForAll("specs") StackSpec left,
            @ForAll("specs") StackSpec right,
            @ForAll("parameters") List<Parameter> before,
            @ForAll("parameters") List<Parameter> after) {
        for (VersionDiff diff : List.of(
                Versions.diff(Versions.version(1, left, before), Versions.version(2, right, after)),
                Versions.diff(Versions.version(1, left, before), Versions.version(2, left, after)),
                Versions.diff(Versions.version(1, left, before), Versions.version(2, left, before)))) {
            boolean empty = diff.fields().isEmpty()
                    && diff.parameters().isEmpty()
                    && diff.members().isEmpty();
            assertThat(empty).isEqualTo(diff.identical());
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void theImpactIsTheHighestOfItsChanges(@ForAll("stacks") StackSpec before, @ForAll("stacks") StackSpec after) {
        VersionDiff diff = Versions.diff(before, after);
        List<Impact> impacts =
                diff.members().stream().flatMap(DiffLawsTest::impacts).toList();

        assertThat(diff.impact()).isEqualTo(Impact.highest(impacts));
        assertThat(diff.impact() == Impact.NONE).isEqualTo(diff.identical());
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void membersThatComeOneWayGoTheOther(@ForAll("stacks") StackSpec before, @ForAll("stacks") StackSpec after) {
        VersionDiff there = Versions.diff(before, after);
        VersionDiff back = Versions.diff(after, before);

        assertThat(members(there, Change.ADDED)).containsExactlyInAnyOrderElementsOf(members(back, Change.REMOVED));
        assertThat(members(there, Change.REMOVED)).containsExactlyInAnyOrderElementsOf(members(back, Change.ADDED));
        assertThat(members(there, Change.CHANGED)).hasSameSizeAs(members(back, Change.CHANGED));
    }

    private static Stream<Impact> impacts(MemberDiff member) {
        return Stream.of(
                        member.verdicts().stream().map(verdict -> verdict.impact()),
                        member.fields().stream().map(ValueChange::impact),
                        member.values().stream().map(ValueChange::impact))
                .flatMap(impact -> impact);
    }

    private static List<String> members(VersionDiff diff, Change change) {
        return diff.members().stream()
                .filter(member -> member.change() == change)
                .map(member -> member.ref().toString())
                .toList();
    }

    private static List<String> places(List<ValueChange> changes, Change kind) {
        return changes.stream()
                .filter(change -> change.change() == kind)
                .map(ValueChange::path)
                .toList();
    }

    private static List<ValueChange> diff(Object before, Object after) {
        return TreeComparison.changes(0, before, after, EmbeddedDocuments.NONE);
    }

    @Provide
    Arbitrary<Object> trees() {
        Arbitrary<Object> scalar = Arbitraries.of("a", "b", "", 1L, 2L, true, "x/y~z");
        return Arbitraries.recursive(() -> scalar, DiffLawsTest::branch, 0, 3);
    }

    private static Arbitrary<Object> branch(Arbitrary<Object> below) {
        Arbitrary<Object> list = below.list().ofMaxSize(4).map(items -> items);
        Arbitrary<String> field = Arbitraries.of("name", "env", "ports", "volumes", "spec", "a/b", "finalizers", "c~d");
        Arbitrary<Object> map = Arbitraries.maps(field, below).ofMaxSize(4).map(LinkedHashMap::new);
        Arbitrary<Object> named = Combinators.combine(Arbitraries.of("p", "q", "r", "s"), below)
                .as((name, value) -> (Object) new LinkedHashMap<String, Object>(Map.of("name", name, "value", value)))
                .list()
                .uniqueElements(item -> ((Map<?, ?>) item).get("name"))
                .ofMaxSize(4)
                .map(items -> items);
        Arbitrary<Object> pod = Combinators.combine(field, named)
                .as((name, items) -> new LinkedHashMap<String, Object>(Map.of(name, items)));
        return Arbitraries.oneOf(list, map, named, pod);
    }

    @Provide
    Arbitrary<StackSpec> stacks() {
        Arbitrary<String> object = Combinators.combine(
                        Arbitraries.of("Deployment", "StatefulSet", "ConfigMap"),
                        Arbitraries.of("a", "b"),
                        Arbitraries.of("replicas: 1", "replicas: 2", "serviceName: x", "selector: {a: b}", ""),
                        Arbitraries.of("", "# seen\n"))
                .as((kind, name, field, comment) -> comment + "apiVersion: apps/v1\nkind: " + kind
                        + "\nmetadata: {name: " + name + "}\nspec: {" + field + "}\n");
        Arbitrary<Member> member = Combinators.combine(
                        Arbitraries.of("one", "two", "three"),
                        object.list().ofMinSize(1).ofMaxSize(3).map(texts -> String.join("---\n", texts)))
                .as((name, text) -> Manifest.builder().name(name).content(text).build());
        return member.list()
                .ofMaxSize(3)
                .uniqueElements(Member::name)
                .map(members -> StackSpec.of(Optional.empty(), members));
    }

    @Provide
    Arbitrary<StackSpec> specs() {
        return AnyVersion.spec();
    }

    @Provide
    Arbitrary<List<Parameter>> parameters() {
        return AnyVersion.parameters();
    }
}

package io.stackprofile.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.stackprofile.stack.Member;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.infra.Blackhole;

/** Runs each benchmark once on the project's own stacks: what is compared is equal, and nothing is timed. */
class BenchmarksTest {

    private final BindBenchmark bind = new BindBenchmark();

    @ParameterizedTest
    @EnumSource(Reach.class)
    void everyReachBindsItsParameters(Reach reach) {
        BindStates.Ours ours = samples(reach);

        assertThat(ours.source.members()).isNotEmpty();
        assertThat(ours.source.values()).hasSizeBetween(10, 100);
        assertThat(bind.bind(ours).members()).extracting(Member::text).hasSameSizeAs(ours.outputs);
        assertThat(ours.outputs).noneMatch(output -> output.contains("${{ parameters.p"));
    }

    @ParameterizedTest
    @EnumSource(value = Reach.class, names = "OBJECTS", mode = EnumSource.Mode.EXCLUDE)
    void mustacheAndTheFloorWriteOurBytes(Reach reach) {
        BindStates.Ours ours = samples(reach);
        BindStates.Mustache mustache = new BindStates.Mustache();
        mustache.compile(ours);
        BindStates.Copy copy = new BindStates.Copy();
        copy.take(ours);

        assertThat(bind.mustache(ours, mustache)).isEqualTo(ours.outputs);
        assertThat((Object[]) bind.copy(ours, copy)).hasSameSizeAs(ours.outputs);
    }

    @Test
    void parseWalkEmitGivesOurTrees() {
        BindStates.Ours ours = samples(Reach.WHOLE);
        BindStates.Walk walk = new BindStates.Walk();

        walk.take(ours);

        assertThat(bind.parseWalkEmit(ours, walk)).hasSameSizeAs(ours.outputs);
    }

    @Test
    void openShiftGivesOurObjects() {
        BindStates.Ours ours = samples(Reach.OBJECTS);
        BindStates.OpenShift openShift = new BindStates.OpenShift();
        try {
            openShift.load(ours);

            assertThat(bind.openShift(ours, openShift).getItems()).hasSizeGreaterThanOrEqualTo(ours.outputs.size());
        } finally {
            openShift.close();
        }
    }

    @Test
    void anOpenShiftTemplateIsNotComparedOnWhatItChanges() {
        String dropped = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  creationTimestamp: null\n";
        String values = "replicas: 2\n";
        String kept = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  b: c\n";
        try (KubernetesClient client = BindStates.OpenShift.client()) {
            assertThat(OpenShiftMembers.kept(client, List.of(dropped, values, kept)))
                    .containsExactly(kept);
        }
    }

    @Test
    void unequalOutputsAreNotCompared() {
        assertThatThrownBy(() -> Agreement.sameTexts("another", List.of("a", "b"), List.of("a", "c")))
                .hasMessageStartingWith("another does not give our output, first at 1.");
        assertThatThrownBy(() -> Agreement.sameTrees("another", List.of("a: 1"), List.of("a: 2")))
                .hasMessageStartingWith("another does not give our output, first at 0.");
        assertThatThrownBy(() -> Agreement.sameJson("another", List.of("a: 1"), List.of("{\"a\": \"1\"}")))
                .hasMessageStartingWith("another does not give our output, first at 0.");
    }

    @Test
    void everyReaderReadsTheSamples() {
        Blackhole sink = new Blackhole(
                "Today's password is swordfish. I understand instantiating Blackholes directly is dangerous.");
        ParseBenchmark parse = new ParseBenchmark();
        parse.stack = "samples";
        parse.read();

        parse.ours(sink);
        parse.engineEvents(sink);
        parse.engineNodes(sink);
        parse.jacksonYaml(sink);
        parse.jacksonJson(sink);
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 0})
    void everyScanFindsTheSameInTheSamples(int rules) {
        Blackhole sink = new Blackhole(
                "Today's password is swordfish. I understand instantiating Blackholes directly is dangerous.");
        ScanBenchmark scan = new ScanBenchmark();
        scan.stack = "samples";
        scan.rules = rules;
        scan.read();

        scan.windows(sink);
        scan.keywordsOnly(sink);
        scan.prefiltered(sink);
        scan.oneByOne(sink);
    }

    @Test
    void theSamplesAreCaptured() {
        CaptureBenchmark capture = new CaptureBenchmark();
        capture.stack = "samples";
        capture.put();

        assertThat(capture.capture().spec().members())
                .hasSize(Corpus.texts("samples").size());
    }

    @Test
    void everyoneFindsTheMembersThatChanged() {
        DiffBenchmark diff = new DiffBenchmark();
        diff.stack = "samples";
        diff.changed = 3;
        RewriteBenchmark rewrite = new RewriteBenchmark();
        rewrite.stack = "samples";
        rewrite.percent = 100;

        diff.prepare();
        rewrite.prepare();

        assertThat(diff.stacks.changed()).hasSize(3);
        assertThat(diff.ours().members()).hasSize(3);
        assertThat(diff.wholeText().getDeltas()).hasSize(3);
        assertThat(diff.javers().getChanges()).hasSize(3);
        assertThat(rewrite.rewrite().members()).isNotEmpty();
        assertThatThrownBy(() -> Agreement.sameMembers("another", Set.of(1, 2), Set.of(2, 3)))
                .hasMessageStartingWith("another does not give our output, first at 1.");
    }

    @Test
    void aRatioHasBothSidesErrors() {
        assertThat(Report.ratio(30, 3, 2, 0.1)).isEqualTo("15.0 ± 1.7");
        assertThat(Report.ratio(3, 0.3, 2, 0)).isEqualTo("1.50 ± 0.15");
    }

    @Test
    void aMissingCorpusIsNamed() {
        assertThatThrownBy(() -> Corpus.texts("none"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("There is no corpus at ")
                .hasMessageContaining("stacks-none.tar.gz");
    }

    @Test
    void placesAreChosenTheSameWayEveryTime() {
        assertThat(BoundStack.of(Corpus.texts("samples"), Reach.WHOLE))
                .isEqualTo(BoundStack.of(Corpus.texts("samples"), Reach.WHOLE));
        assertThat(new MemberSource("a: 1\n", Place.choose("a: 1\n", 0), "p0").openShift())
                .isEqualTo("a: ${{p0}}\n");
        assertThat(BoundStack.of(List.of("a: 1\n"), Reach.WHOLE).textValues()).isEqualTo(Map.of("p0", "1000"));
    }

    private static BindStates.Ours samples(Reach reach) {
        BindStates.Ours ours = new BindStates.Ours();
        ours.stack = "samples";
        ours.reach = reach;
        ours.compile();
        return ours;
    }
}

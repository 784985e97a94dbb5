package io.stackprofile.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StackGraphTest {

    private static final MemberRef NAMESPACE = MemberRef.manifest("namespace");
    private static final MemberRef CRDS = MemberRef.manifest("crds");
    private static final MemberRef OPERATOR = MemberRef.addon("operator");
    private static final MemberRef CLUSTER = MemberRef.manifest("cluster");

    @Test
    void everyWaveNeedsOnlyEarlierOnes() {
        StackGraph graph = StackGraph.of(stack(
                manifest("cluster", OPERATOR, CRDS),
                addon("operator", NAMESPACE),
                manifest("crds"),
                manifest("namespace")));

        assertThat(graph.waves()).containsExactly(List.of(CRDS, NAMESPACE), List.of(OPERATOR), List.of(CLUSTER));
        assertThat(graph.order()).containsExactly(CRDS, NAMESPACE, OPERATOR, CLUSTER);
    }

    @Test
    void anUnknownParentIsNamedWithItsChild() {
        InvalidContentException failure = catchThrowableOfType(
                InvalidContentException.class, () -> StackGraph.of(stack(addon("operator", NAMESPACE))));

        assertThat(failure.code()).isEqualTo(ErrorCode.UNKNOWN_PARENT);
        assertThat(failure.location().member()).contains(OPERATOR);
        assertThat(failure.getMessage()).contains("addon/operator").contains("manifest/namespace");
    }

    @Test
    void aCycleIsPrintedAsAPathWithoutWhatLeadsToIt() {
        StackSpec spec = stack(
                manifest("cluster", OPERATOR),
                addon("operator", CRDS),
                manifest("crds", NAMESPACE),
                manifest("namespace", OPERATOR));

        assertThatThrownBy(() -> StackGraph.of(spec))
                .isInstanceOf(InvalidContentException.class)
                .hasMessageContaining("addon/operator -> manifest/crds -> manifest/namespace -> addon/operator");
    }

    @Property(tries = 300)
    void everyParentComesBeforeItsChildren(@ForAll @Size(max = 30) List<@IntRange(max = 29) Integer> picks) {
        List<Member> members = IntStream.range(0, picks.size())
                .<Member>mapToObj(at -> picks.get(at) < at
                        ? manifest("m" + at, MemberRef.manifest("m" + picks.get(at)))
                        : manifest("m" + at))
                .toList();
        StackSpec spec = StackSpec.of(Optional.empty(), members);

        Set<MemberRef> seen = new HashSet<>();
        for (MemberRef ref : StackGraph.of(spec).order()) {
            assertThat(seen).containsAll(spec.find(ref).orElseThrow().parents());
            seen.add(ref);
        }
        assertThat(seen).hasSize(members.size());
    }

    private static StackSpec stack(Member... members) {
        return StackSpec.of(Optional.empty(), List.of(members));
    }

    private static Manifest manifest(String name, MemberRef... parents) {
        return Manifest.builder()
                .name(name)
                .content("kind: Namespace\n")
                .addParents(parents)
                .build();
    }

    private static Addon addon(String name, MemberRef... parents) {
        return Addon.builder()
                .name(name)
                .chartName(name)
                .chartVersion("1.2.3")
                .addParents(parents)
                .build();
    }
}

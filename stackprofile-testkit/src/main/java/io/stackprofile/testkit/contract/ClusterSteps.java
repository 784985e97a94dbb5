package io.stackprofile.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.instantiation.MemberOutcome.Status;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.cluster.CommitReport;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackGraph;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a cluster's author supplies to {@link ClusterAccessContract}, and the steps its tests take. */
public abstract class ClusterSteps {

    /** Makes the commits and drafts the tests need. */
    final Commits commits = new Commits();

    /** For {@link ClusterAccessContract}. */
    ClusterSteps() {}

    /** A cluster that holds these stacks, by name, and no other, and no draft; called at most once in a test. */
    protected abstract ClusterAccess cluster(Map<String, StackSpec> stacks);

    /**
     * What a cluster of this kind can hold of a stack. A cluster that has no edges, say, overrides it to give the stack
     * without them; every expectation goes through it.
     */
    protected StackSpec held(StackSpec wanted) {
        return wanted;
    }

    /** Everything the cluster has written where more people read than may know its secrets, such as files. */
    protected List<String> inTheOpen() {
        return List.of();
    }

    /** Whether the cluster's snapshots are {@link StackSnapshot#live() live}; no by default. */
    protected boolean live() {
        return false;
    }

    /**
     * The namespace of a stack's objects, which is there when this returns; the stack's name by default. The author of a
     * live cluster gives one that is thrown away after the test.
     */
    protected String namespace(String stack) {
        return stack;
    }

    /**
     * A member to commit in the place of {@code member}, by its reference, that fails until it is healed; absent when none
     * of this cluster fails alone. [CA-11] is proved with it.
     */
    protected Optional<Failing> failing(ClusterAccess cluster, String stack, Member member) {
        return Optional.empty();
    }

    /** Changes a member as someone else would who knows nothing of the instance; by default a commit without a mark. */
    protected void edit(ClusterAccess cluster, String stack, Member changed) {
        cluster.commit(commits.commit(stack, StackSpec.of(Optional.empty(), List.of(changed)), Optional.empty()));
    }

    /**
     * A member that fails.
     *
     * @param member the member; a repeat of the commit has it too
     * @param heal lets it succeed from now on
     */
    public record Failing(Member member, Runnable heal) {}

    /** A stack without its add-ons and edges to them, for {@link #held} of a cluster that installs none. */
    protected static StackSpec withoutAddons(StackSpec spec) {
        List<Member> kept = spec.members().stream()
                .filter(member -> !(member instanceof Addon))
                .<Member>map(member -> member.withParents(member.parents().stream()
                        .filter(parent -> spec.find(parent)
                                .filter(Addon.class::isInstance)
                                .isEmpty())
                        .toList()))
                .toList();
        return StackSpec.of(spec.description(), kept);
    }

    /** The stacks that the tests use. */
    final ClusterStacks stacks() {
        return new ClusterStacks(this::namespace, live());
    }

    /** A cluster that holds this stack and no other. */
    final ClusterAccess cluster(String stack, Function<String, StackSpec> spec) {
        return cluster(Map.of(stack, spec.apply(stack)));
    }

    final StackSpec spec(ClusterAccess cluster, String stack) {
        StackSnapshot snapshot = cluster.read(stack)
                .orElseThrow(() -> new AssertionError("stack " + stack + " should be on the cluster"));
        assertEquals(live(), snapshot.live(), "live() of the contract is what snapshots say");
        return snapshot.spec();
    }

    static List<MemberRef> refs(StackSpec spec) {
        return spec.members().stream().map(Member::ref).toList();
    }

    /** The same stack with every parent before its children, as commits have it. */
    static StackSpec ordered(StackSpec spec) {
        List<Member> members = StackGraph.of(spec).order().stream()
                .flatMap(ref -> spec.find(ref).stream())
                .toList();
        return StackSpec.of(spec.description(), members);
    }

    /** Members of a stack, as removals name them. */
    final List<Member> members(StackSpec spec, String... names) {
        List<Member> members = new ArrayList<>();
        for (String name : names) {
            members.add(held(spec).find(MemberRef.manifest(name)).orElseThrow());
        }
        return members;
    }

    final CommitReport commit(ClusterAccess cluster, String stack, StackSpec spec) {
        return cluster.commit(commits.commit(stack, held(spec), Optional.of(cluster.fingerprint(stack))));
    }

    static List<Status> statuses(CommitReport report) {
        return report.members().stream().map(MemberOutcome::status).toList();
    }

    /** Requires an outcome for each member of the commit and then each removal, in their order. */
    static void assertReports(CommitReport report, StackCommit commit, List<Status> expected, String check) {
        List<MemberRef> refs = new ArrayList<>(refs(commit.spec()));
        commit.removals().forEach(removal -> refs.add(removal.ref()));
        assertEquals(refs, report.members().stream().map(MemberOutcome::ref).toList(), check);
        assertEquals(expected, statuses(report), () -> check + ": " + report);
    }

    /** Requires that the cluster's stack has these members and no other, in whatever order. */
    final void assertHolds(ClusterAccess cluster, String stack, StackSpec wanted, String check) {
        assertHolds(spec(cluster, stack), wanted, check);
    }

    /** Requires that what was read or previewed has these members and no other, in whatever order. */
    final void assertHolds(StackSpec actual, StackSpec wanted, String check) {
        StackSpec expected = held(wanted);
        assertEquals(
                refs(expected).stream().sorted().toList(),
                refs(actual).stream().sorted().toList(),
                check);
        for (Member member : expected.members()) {
            Member read = actual.find(member.ref()).orElseThrow();
            if (live()) {
                assertEquals(member.parents(), read.parents(), check + " (edges of " + member.ref() + ")");
                assertEquals(
                        Optional.empty(), LiveObjects.lost(member, read), check + " (field of " + member.ref() + ")");
            } else {
                assertEquals(member, read, check);
            }
        }
    }

    /** Requires that a stack is as it was; on a live cluster apart from what its server writes by itself. */
    final void assertAsItWas(Optional<StackSnapshot> before, ClusterAccess cluster, String stack, String check) {
        Optional<StackSnapshot> now = cluster.read(stack);
        if (live()) {
            assertEquals(
                    before.map(StackSnapshot::fingerprint).orElse(""),
                    now.map(StackSnapshot::fingerprint).orElse(""),
                    check);
            assertEquals(before.map(LiveObjects::settled), now.map(LiveObjects::settled), check);
        } else {
            assertEquals(before, now, check);
        }
    }
}

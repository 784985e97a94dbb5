package io.stackprofile.benchmarks;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.Patch;
import io.stackprofile.Limits;
import io.stackprofile.core.internal.diff.ComparedSide;
import io.stackprofile.core.internal.diff.VersionComparison;
import io.stackprofile.core.internal.fingerprint.Fingerprints;
import io.stackprofile.diff.VersionDiff;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.javers.core.Javers;
import org.javers.core.JaversBuilder;
import org.javers.core.diff.Diff;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Compares two versions of a stack of which some members changed, in each way. Each finds the same members. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DiffBenchmark {

    /** The corpus stack. */
    @Param({"L"})
    public String stack = "";

    /** How many members changed. */
    @Param({"3", "119"})
    public int changed;

    ChangedStack stacks = ChangedStack.EMPTY;

    private ProfileVersion older = ChangedStack.EMPTY.older();
    private ProfileVersion newer = older;
    private final List<Integer> owners = new ArrayList<>();
    private final List<JaversMember> oldMembers = new ArrayList<>();
    private final List<JaversMember> newMembers = new ArrayList<>();
    private final Javers javers = JaversBuilder.javers().build();

    /** Builds both versions for everyone, and proves that everyone finds what changed. */
    @Setup(Level.Trial)
    public void prepare() {
        stacks = ChangedStack.edited(Corpus.texts(stack), changed);
        older = stacks.older();
        newer = stacks.newer();
        for (int i = 0; i < stacks.before().size(); i++) {
            List<String> lines = stacks.before().get(i).lines().toList();
            int owner = i;
            lines.forEach(line -> owners.add(owner));
            oldMembers.add(new JaversMember(
                    ChangedStack.name(i), older.spec().members().get(i).text().orElseThrow()));
            newMembers.add(new JaversMember(
                    ChangedStack.name(i), newer.spec().members().get(i).text().orElseThrow()));
        }
        Agreement.sameMembers("ours", stacks.changed(), found(ours()));
        Agreement.sameMembers("java-diff-utils", stacks.changed(), found(wholeText()));
        Agreement.sameMembers("JaVers", stacks.changed(), found(javers()));
    }

    /** Ours: contract, members, edges, values by path, impact, texts. */
    @Benchmark
    public VersionDiff ours() {
        return VersionComparison.compare(
                older.profileId(),
                ComparedSide.of(older, Fingerprints.none()),
                ComparedSide.of(newer, Fingerprints.none()),
                Limits.defaults());
    }

    /** The floor: every text compared, and those that changed read. */
    @Benchmark
    public void floor(Blackhole sink) {
        for (int i = 0; i < oldMembers.size(); i++) {
            if (!oldMembers.get(i).text().equals(newMembers.get(i).text())) {
                sink.consume(tree(oldMembers.get(i).text()));
                sink.consume(tree(newMembers.get(i).text()));
            }
        }
    }

    /** All texts as one, compared by line. */
    @Benchmark
    public Patch<String> wholeText() {
        return DiffUtils.diff(lines(oldMembers), lines(newMembers));
    }

    private static List<String> lines(List<JaversMember> members) {
        List<String> lines = new ArrayList<>();
        members.forEach(member -> member.text().lines().forEach(lines::add));
        return lines;
    }

    /** Members as entities with a text. */
    @Benchmark
    public Diff javers() {
        return javers.compareCollections(oldMembers, newMembers, JaversMember.class);
    }

    private static List<Object> tree(String text) {
        List<Object> trees = new ArrayList<>();
        YamlFile.parse(text)
                .documents()
                .forEach(document -> document.root().map(YamlTree::of).ifPresent(trees::add));
        return trees;
    }

    private static Set<Integer> found(VersionDiff diff) {
        Set<Integer> found = new TreeSet<>();
        diff.members().forEach(member -> found.add(place(member.ref().name())));
        return found;
    }

    private Set<Integer> found(Patch<String> patch) {
        Set<Integer> found = new TreeSet<>();
        patch.getDeltas()
                .forEach(delta -> found.add(owners.get(delta.getSource().getPosition())));
        return found;
    }

    private static Set<Integer> found(Diff diff) {
        Set<Integer> found = new TreeSet<>();
        diff.getChanges().forEach(change -> found.add(place(String.valueOf(change.getAffectedLocalId()))));
        return found;
    }

    private static int place(String name) {
        return Integer.parseInt(name.substring(1));
    }
}

package io.stackprofile.core.internal.capture;

import io.stackprofile.Limits;
import io.stackprofile.capture.Cleaning;
import io.stackprofile.core.internal.clean.Cleaned;
import io.stackprofile.core.internal.clean.Cleaner;
import io.stackprofile.core.internal.clean.LiveCleaner;
import io.stackprofile.core.internal.graph.LiveEdges;
import io.stackprofile.error.Finding;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A snapshot's stack without what belongs to its cluster: texts that people wrote by splices, live objects written anew and
 * with the edges that their objects say.
 *
 * @param spec the stack
 * @param cleanings what was left out
 * @param warnings what could not be told
 */
record CleanStack(StackSpec spec, List<Cleaning> cleanings, List<Finding> warnings) {

    static CleanStack of(StackSpec spec, StackSnapshot snapshot, Limits limits, StepListener progress) {
        List<Member> members = new ArrayList<>();
        List<Cleaning> cleanings = new ArrayList<>();
        List<Finding> warnings = new ArrayList<>();
        for (Member member : spec.members()) {
            progress.step("clean", members.size(), spec.members().size());
            Optional<String> file = Optional.ofNullable(snapshot.files().get(member.ref()));
            Cleaned cleaned = snapshot.live() ? LiveCleaner.clean(member, limits) : Cleaner.clean(member, file, limits);
            cleanings.addAll(cleaned.cleanings());
            warnings.addAll(cleaned.warnings());
            members.add(cleaned.member());
        }
        StackSpec clean = StackSpec.of(spec.description(), members);
        if (!snapshot.live()) {
            return new CleanStack(clean, cleanings, warnings);
        }
        LiveEdges edges = LiveEdges.of(clean, limits);
        warnings.addAll(edges.warnings());
        return new CleanStack(edges.spec(), cleanings, warnings);
    }

    /** How much, never what. */
    @Override
    public String toString() {
        return "CleanStack[members=" + spec.members().size() + ", cleanings=" + cleanings.size() + "]";
    }
}

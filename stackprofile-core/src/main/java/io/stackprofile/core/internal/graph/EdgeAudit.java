package io.stackprofile.core.internal.graph;

import io.stackprofile.error.Finding;
import io.stackprofile.error.Location;
import io.stackprofile.error.Severity;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds the edges that a stack declares against those its objects need. To follow every {@code missing-edge} at once
 * makes no cycle: a need that would is reported as one that no order can meet.
 */
public final class EdgeAudit {

    private final StackSpec spec;
    private final List<InferredEdge> inferred;
    private final MemberNumbers declared;
    private final Ancestors ancestors;
    private final int[] components;

    private EdgeAudit(StackSpec spec, List<InferredEdge> inferred) {
        this.spec = spec;
        this.inferred = inferred;
        this.declared = new MemberNumbers(spec);
        this.ancestors = new Ancestors(declared.parents());
        MemberNumbers both = new MemberNumbers(spec);
        inferred.forEach(edge -> both.add(edge.child(), edge.parent()));
        this.components = Components.of(both.parents());
    }

    /** What is missing, against the order, in a cycle or said twice; in the order of members. */
    public static List<Finding> findings(StackSpec spec, List<InferredEdge> inferred) {
        EdgeAudit audit = new EdgeAudit(spec, inferred);
        List<Finding> findings = new ArrayList<>();
        audit.inferred.forEach(edge -> audit.unmet(edge).ifPresent(findings::add));
        audit.spec.members().forEach(member -> findings.addAll(audit.redundant(member)));
        return findings;
    }

    private Optional<Finding> unmet(InferredEdge edge) {
        int child = declared.of(edge.child());
        int parent = declared.of(edge.parent());
        if (ancestors.isBefore(parent, child)) {
            return Optional.empty();
        }
        return Optional.of(
                ancestors.isBefore(child, parent)
                        ? reversed(edge)
                        : components[child] == components[parent] ? cyclic(edge) : missing(edge));
    }

    private static Finding reversed(InferredEdge edge) {
        return finding(
                "reversed-edge",
                edge,
                ", which comes after it by the declared parents",
                "Turn the edge round, or move the object to another member.");
    }

    private static Finding cyclic(InferredEdge edge) {
        return finding(
                "cyclic-references",
                edge,
                ", and the other way round, directly or through others: no order of these members meets both",
                "Put these objects into one member, or split them so that what is needed comes first.");
    }

    private static Finding missing(InferredEdge edge) {
        return finding(
                "missing-edge",
                edge,
                ", which no declared parent puts before it",
                "Add " + edge.parent() + " to the parents of " + edge.child() + ".");
    }

    private static Finding finding(String code, InferredEdge edge, String how, String hint) {
        Reference reference = edge.reference();
        int more = edge.references() - 1;
        return Finding.builder()
                .severity(Severity.WARNING)
                .code(code)
                .location(reference.where())
                .message("it " + reference.why() + " " + article(reference.what()) + " of " + edge.parent() + how
                        + (more > 0 ? "; " + more + " more of its places need that member" : ""))
                .hint(hint)
                .build();
    }

    private static String article(String what) {
        return ("AEIOUaeiou".indexOf(what.charAt(0)) < 0 ? "a " : "an ") + what;
    }

    private List<Finding> redundant(Member member) {
        List<Finding> findings = new ArrayList<>();
        Set<MemberRef> seen = new HashSet<>();
        BitSet implied = ancestors.before(member.parents().stream()
                .filter(declared::knows)
                .distinct()
                .map(declared::of)
                .toList());
        for (MemberRef parent : member.parents()) {
            boolean twice = !seen.add(parent);
            if (declared.knows(parent) && (twice || isImplied(parent, implied))) {
                findings.add(Finding.builder()
                        .severity(Severity.INFO)
                        .code("redundant-edge")
                        .location(Location.member(member.ref()))
                        .message(
                                "the parent " + parent + (twice ? " is named twice" : " is a parent of another parent"))
                        .hint("Remove it; the order stays the same.")
                        .build());
            }
        }
        return findings;
    }

    /** Of a parent in a cycle that is not said: the cycle has to go first. */
    private boolean isImplied(MemberRef parent, BitSet implied) {
        int number = declared.of(parent);
        return implied.get(number) && !ancestors.isBefore(number, number);
    }
}

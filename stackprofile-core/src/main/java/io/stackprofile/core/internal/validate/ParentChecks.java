package io.stackprofile.core.internal.validate;

import io.stackprofile.error.Finding;
import io.stackprofile.error.Location;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackGraph;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks the declared parents: every one of them a member, none in a cycle. */
final class ParentChecks {

    private ParentChecks() {}

    /** A finding for each unknown parent, and one for a cycle among those that are known. */
    static List<Finding> findings(StackSpec spec) {
        Set<MemberRef> known = spec.members().stream().map(Member::ref).collect(Collectors.toSet());
        List<Finding> findings = new ArrayList<>();
        for (Member member : spec.members()) {
            for (MemberRef parent : member.parents()) {
                if (!known.contains(parent)) {
                    findings.add(Findings.error(
                            "unknown-parent",
                            Location.member(member.ref()),
                            member.ref() + " names the parent " + parent + ", which is not a member of the stack",
                            "Add " + parent + " to the stack or remove it from the parents of " + member.ref() + "."));
                }
            }
        }
        try {
            StackGraph.of(spec.map(member -> member.withParents(
                    member.parents().stream().filter(known::contains).toList())));
        } catch (StackProfileException cycle) {
            findings.add(Findings.error(cycle));
        }
        return findings;
    }
}

package io.stackprofile.spi.cluster;

import io.stackprofile.instantiation.MemberOutcome;
import java.util.List;

/**
 * What a commit did.
 *
 * @param members an outcome for each member of the commit, in its order, then for each removal
 */
public record CommitReport(List<MemberOutcome> members) {

    /** Copies the outcomes. */
    public CommitReport {
        members = List.copyOf(members);
    }

    /** Whether every member is on the target. */
    public boolean complete() {
        return members.stream()
                .allMatch(member -> member.status() != MemberOutcome.Status.FAILED
                        && member.status() != MemberOutcome.Status.SKIPPED);
    }
}

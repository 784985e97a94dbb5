package io.stackprofile.testkit.broken;

import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.instantiation.MemberOutcome.Status;
import io.stackprofile.spi.cluster.CommitReport;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.stack.Member;
import io.stackprofile.testkit.InMemoryCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Mistakes that clusters make with members that are to go. */
final class RemovalFaults {

    private RemovalFaults() {}

    private static Map<String, Fault> commit(Function<Recommit, Recommit> change) {
        return Map.of(
                "commit",
                call -> call.with(change.apply(Recommit.of(call.arg(0))).build()));
    }

    private static Map<String, Fault> report(BiFunction<Fault.Call, CommitReport, CommitReport> change) {
        return Map.of("commit", call -> change.apply(call, (CommitReport) call.proceed()));
    }

    private static InMemoryCluster intact(Fault.Call call) {
        return (InMemoryCluster) call.intact();
    }

    private static String stack(Fault.Call call) {
        return call.<StackCommit>arg(0).stack();
    }

    /** Takes every member for one as it was put there. */
    static Map<String, Fault> removesWhatOthersChanged() {
        return Map.of("commit", call -> {
            StackCommit commit = call.arg(0);
            List<Member> asTheyAre = commit.removals().stream()
                    .map(removal -> intact(call)
                            .read(commit.stack())
                            .flatMap(now -> now.spec().find(removal.ref()))
                            .orElse(removal))
                    .toList();
            return call.with(Recommit.of(commit).removals(asTheyAre).build());
        });
    }

    /** Takes every member for the instance's own. */
    static Map<String, Fault> removesWhatItDidNotPutThere() {
        return commit(commit -> commit.removals().isEmpty() ? commit : commit.unmarked());
    }

    /** Takes nothing away and does not say so. */
    static Map<String, Fault> forgetsRemovals() {
        return commit(commit -> commit.removals(List.of()));
    }

    /** Takes nothing away and says that it did. */
    static Map<String, Fault> removesInWordsOnly() {
        return Map.of("commit", call -> {
            StackCommit commit = call.arg(0);
            List<MemberOutcome> told = new ArrayList<>(((CommitReport)
                            call.with(Recommit.of(commit).removals(List.of()).build()))
                    .members());
            commit.removals()
                    .forEach(removal -> told.add(MemberOutcome.builder()
                            .ref(removal.ref())
                            .status(Status.REMOVED)
                            .build()));
            return new CommitReport(told);
        });
    }

    /** Says of what it kept that it is gone. */
    static Map<String, Fault> keepsSilently() {
        return report((call, report) -> Reports.told(report, Status.KEPT, Status.REMOVED));
    }

    /** Keeps what others changed also when removing it was asked. */
    static Map<String, Fault> ignoresRemoveForeign() {
        return commit(commit -> commit.removeForeign(false));
    }

    /** Takes away before it looks whether what replaces it can be there. */
    static Map<String, Fault> removesFirst() {
        return Map.of("commit", call -> {
            Recommit commit = Recommit.of(call.arg(0));
            CommitReport removed =
                    (CommitReport) call.with(commit.members(List.of()).build());
            CommitReport there = (CommitReport)
                    call.with(commit.removals(List.of()).unconditional().build());
            List<MemberOutcome> all = new ArrayList<>(there.members());
            all.addAll(removed.members());
            return new CommitReport(all);
        });
    }

    /** Takes away under a member that stays what that needs. */
    static Map<String, Fault> removesWhatOthersNeed() {
        return report((call, report) -> Reports.map(report, outcome -> {
            boolean needed = outcome.status() == Status.KEPT
                    && outcome.message().orElse("").endsWith("which needs it, stays");
            if (needed) {
                intact(call).remove(stack(call), outcome.ref());
            }
            return needed ? Reports.as(outcome, Status.REMOVED) : outcome;
        }));
    }

    /** Fails over a member that is gone. */
    static Map<String, Fault> failsOverWhatIsGone() {
        return Map.of("commit", call -> {
            List<Member> before = intact(call)
                    .read(stack(call))
                    .map(StackSnapshot::spec)
                    .map(spec -> spec.members())
                    .orElse(List.of());
            return Reports.map(
                    call.proceed(),
                    outcome -> outcome.status() == Status.REMOVED
                                    && before.stream()
                                            .noneMatch(member -> member.ref().equals(outcome.ref()))
                            ? Reports.as(outcome, Status.FAILED)
                            : outcome);
        });
    }

    /** Takes a stack away with its first member that goes. */
    static Map<String, Fault> removesTheStack() {
        return report((call, report) -> {
            if (report.members().stream().anyMatch(outcome -> outcome.status() == Status.REMOVED)) {
                intact(call).remove(stack(call));
            }
            return report;
        });
    }

    /** Leaves an emptied stack's last member. */
    static Map<String, Fault> leavesTheLastMember() {
        return commit(commit -> commit.removals().size() < 4
                ? commit
                : commit.removals(commit.removals().subList(0, 3)));
    }

    /** Goes on where a member failed. */
    static Map<String, Fault> goesOnAfterAFailure() {
        return report((call, report) -> Reports.map(report, outcome -> {
            StackCommit commit = call.arg(0);
            boolean skipped = outcome.status() == Status.SKIPPED;
            commit.members().stream()
                    .filter(member -> skipped && member.member().ref().equals(outcome.ref()))
                    .forEach(member -> {
                        StackSnapshot now = intact(call).read(commit.stack()).orElseThrow();
                        intact(call).put(commit.stack(), now.spec().with(member.member()));
                    });
            return skipped ? Reports.as(outcome, Status.CREATED) : outcome;
        }));
    }

    /** Stops at the first member that fails. */
    static Map<String, Fault> stopsAtAFailure() {
        return Map.of("commit", call -> {
            StackCommit commit = call.arg(0);
            List<MemberOutcome> told = intact(call).preview(commit).report().members();
            int failed = told.stream().map(MemberOutcome::status).toList().indexOf(Status.FAILED);
            if (failed < 0) {
                return call.proceed();
            }
            call.with(Recommit.of(commit)
                    .members(commit.members().subList(0, failed))
                    .build());
            List<MemberOutcome> all = new ArrayList<>(told.subList(0, failed + 1));
            told.subList(failed + 1, told.size()).forEach(rest -> all.add(Reports.as(rest, Status.SKIPPED)));
            return new CommitReport(all);
        });
    }

    /** Does not say why a member failed. */
    static Map<String, Fault> failsWithoutACode() {
        return report((call, report) -> Reports.map(
                report,
                outcome -> MemberOutcome.builder()
                        .ref(outcome.ref())
                        .status(outcome.status())
                        .message(outcome.message())
                        .build()));
    }

    /** Deletes and creates again what was there. */
    static Map<String, Fault> createsAgain() {
        return report((call, report) -> Reports.told(report, Status.UNCHANGED, Status.CREATED));
    }
}

package io.stackprofile.testkit.broken;

import io.stackprofile.StackDraftId;
import io.stackprofile.instantiation.MemberOutcome.Status;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.cluster.CommitPreview;
import io.stackprofile.spi.cluster.CommitReport;
import io.stackprofile.spi.cluster.DraftDocument;
import io.stackprofile.spi.cluster.DraftHeading;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.testkit.SequenceIds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Mistakes that clusters make with what is not deployed yet: previews and drafts. */
final class RehearsalFaults {

    private RehearsalFaults() {}

    private static ClusterAccess intact(Fault.Call call) {
        return (ClusterAccess) call.intact();
    }

    /** Previews the commit's members alone, without those that stay. */
    static Map<String, Fault> previewOnlyTheCommit() {
        return Map.of(
                "preview",
                call -> new CommitPreview(call.<StackCommit>arg(0).spec(), ((CommitPreview) call.proceed()).report()));
    }

    /** Rehearses by doing it. */
    static Map<String, Fault> previewWrites() {
        return Map.of("preview", call -> {
            CommitPreview preview = (CommitPreview) call.proceed();
            intact(call).commit(call.arg(0));
            return preview;
        });
    }

    /** Resolves secrets to compare them. */
    static Map<String, Fault> previewAsksForSecrets() {
        return Map.of("preview", call -> {
            StackCommit commit = call.arg(0);
            commit.members().stream()
                    .flatMap(member -> member.secrets().stream())
                    .forEach(slot -> commit.secrets().secret(slot.parameter()).close());
            return call.proceed();
        });
    }

    private static Map<String, Fault> previewReport(UnaryOperator<CommitReport> change) {
        return Map.of("preview", call -> {
            CommitPreview preview = (CommitPreview) call.proceed();
            return new CommitPreview(preview.spec(), change.apply(preview.report()));
        });
    }

    /** Says of what is the same that it will be updated. */
    static Map<String, Fault> previewAllUpdated() {
        return previewReport(report -> Reports.told(report, Status.UNCHANGED, Status.UPDATED));
    }

    /** Says of what will be kept that it will go. */
    static Map<String, Fault> previewAllRemoved() {
        return previewReport(report -> Reports.told(report, Status.KEPT, Status.REMOVED));
    }

    /** Previews members and forgets removals. */
    static Map<String, Fault> previewNoRemovals() {
        return Map.of(
                "preview",
                call -> call.with(Recommit.of(call.arg(0)).removals(List.of()).build()));
    }

    /** Names drafts that were deleted. */
    static Map<String, Fault> deletedDraftsAreNamed() {
        Map<StackDraftId, DraftHeading> ever = new LinkedHashMap<>();
        return Map.of(
                "saveDraft",
                call -> {
                    DraftDocument draft = call.arg(0);
                    ever.put(draft.id(), new DraftHeading(draft.id(), draft.stack()));
                    return call.proceed();
                },
                "drafts",
                call -> List.copyOf(ever.values()));
    }

    /** Names the stack that a draft was saved for first. */
    static Map<String, Fault> firstStackIsNamed() {
        Map<StackDraftId, String> first = new LinkedHashMap<>();
        return Map.of(
                "saveDraft",
                call -> {
                    DraftDocument draft = call.arg(0);
                    first.putIfAbsent(draft.id(), draft.stack());
                    return call.proceed();
                },
                "drafts",
                call -> drafts(call).stream()
                        .map(draft -> new DraftHeading(draft.id(), first.get(draft.id())))
                        .toList());
    }

    @SuppressWarnings("unchecked")
    private static List<DraftHeading> drafts(Fault.Call call) throws Throwable {
        return (List<DraftHeading>) call.proceed();
    }

    /** Names one draft of each stack. */
    static Map<String, Fault> oneDraftAStack() {
        return Map.of("drafts", call -> {
            Map<String, DraftHeading> last = new LinkedHashMap<>();
            drafts(call).forEach(draft -> last.put(draft.stack(), draft));
            return List.copyOf(last.values());
        });
    }

    /** Names what another cluster keeps in the same place. */
    static Map<String, Fault> othersDraftsAreNamed() {
        StackDraftId other = new StackDraftId(SequenceIds.fromStart().next());
        return Map.of("drafts", call -> {
            List<DraftHeading> all = new ArrayList<>(drafts(call));
            all.add(0, new DraftHeading(other, "platform"));
            return all;
        });
    }

    /** Names drafts as a hash table gives them. */
    static Map<String, Fault> draftsInAnyOrder() {
        return Map.of("drafts", call -> {
            List<DraftHeading> reversed = new ArrayList<>(drafts(call));
            Collections.reverse(reversed);
            return reversed;
        });
    }
}

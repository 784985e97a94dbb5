package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.InstantiationId;
import io.stackprofile.StackDraftId;
import io.stackprofile.spi.cluster.DraftHeading;
import io.stackprofile.spi.store.InstantiationRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Drafts that an earlier rollout of the same caller left beside a target. */
final class LeftDrafts {

    private final EngineParts parts;
    private final Caller caller;
    private final InstantiationRecords records;
    private final Map<String, Set<StackDraftId>> kept = new HashMap<>();

    LeftDrafts(EngineParts parts, Caller caller) {
        this.parts = parts;
        this.caller = caller;
        this.records = new InstantiationRecords(parts, caller);
    }

    /** Throws away the drafts of a version that were to bring on an instance of this target and were never committed. */
    void discard(FleetTarget target, int version) {
        Set<InstantiationId> here =
                target.records().stream().map(InstantiationRecord::id).collect(Collectors.toSet());
        for (InstantiationRecord draft : target.drafts(version)) {
            boolean own = draft.createdBy().equals(caller.subject());
            if (own
                    && records.open(draft)
                            .draft()
                            .updates()
                            .filter(here::contains)
                            .isPresent()) {
                discard(draft);
            }
        }
    }

    /** The draft first: a record without one is found again. */
    void discard(InstantiationRecord draft) {
        new ClusterFinder(parts.clusters(), caller).cluster(draft.cluster()).deleteDraft(draft.draftId());
        parts.writes().delete(draft);
    }

    /** Whether the draft of an instance that is deployed still lies on its cluster. */
    boolean isKept(InstantiationRecord deployed) {
        return kept.computeIfAbsent(
                        deployed.cluster(),
                        name -> new ClusterFinder(parts.clusters(), caller)
                                .cluster(name).drafts().stream()
                                        .map(DraftHeading::id)
                                        .collect(Collectors.toSet()))
                .contains(deployed.draftId());
    }
}

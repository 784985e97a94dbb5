package io.stackprofile.testkit.broken;

import io.stackprofile.StackDraftId;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.cluster.CommitReport;
import io.stackprofile.spi.cluster.DraftDocument;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.InMemoryCluster;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Mistakes that clusters make. */
final class ClusterFaults {

    private ClusterFaults() {}

    /** Members' texts as a reader of lines gives them. */
    static Map<String, Fault> lineReader() {
        return Map.of(
                "read",
                read(spec -> spec.map(
                        member -> member.withText(member.text().orElse("").replace("\r\n", "\n")))));
    }

    /** Edges are not read. */
    static Map<String, Fault> noEdges() {
        return Map.of("read", read(spec -> spec.map(member -> member.withParents(List.of()))));
    }

    /** Members come as a hash table gives them: in another order each time. */
    static Map<String, Fault> anyOrder() {
        AtomicInteger reads = new AtomicInteger();
        return Map.of("read", read(spec -> {
            List<Member> members = new ArrayList<>(spec.members());
            Collections.rotate(members, reads.incrementAndGet());
            return StackSpec.of(spec.description(), members);
        }));
    }

    private static Fault read(Function<StackSpec, StackSpec> change) {
        return call -> ((Optional<?>) call.proceed())
                .map(StackSnapshot.class::cast)
                .map(snapshot -> StackSnapshot.builder()
                        .name(snapshot.name())
                        .spec(change.apply(snapshot.spec()))
                        .fingerprint(snapshot.fingerprint())
                        .build());
    }

    /** Takes the drafts' stacks for stacks. */
    static Map<String, Fault> draftsAreStacks() {
        Set<String> drafted = ConcurrentHashMap.newKeySet();
        return Map.of(
                "saveDraft",
                call -> {
                    drafted.add(call.<DraftDocument>arg(0).stack());
                    return call.proceed();
                },
                "stacks",
                call -> {
                    Set<String> all = new TreeSet<>(drafted);
                    ((List<?>) call.proceed()).forEach(name -> all.add((String) name));
                    return List.copyOf(all);
                });
    }

    /** Keeps a draft's first state. */
    static Map<String, Fault> firstDraftStays() {
        return Map.of("saveDraft", call -> {
            StackDraftId id = call.<DraftDocument>arg(0).id();
            return ((ClusterAccess) call.intact()).findDraft(id).isPresent() ? null : call.proceed();
        });
    }

    /** Tells states apart by the members' names alone. */
    static Map<String, Fault> shallowFingerprint() {
        return Map.of(
                "fingerprint",
                call -> ((ClusterAccess) call.intact())
                        .read(call.arg(0))
                        .map(snapshot -> snapshot.spec().members().stream()
                                .map(Member::ref)
                                .toList()
                                .toString())
                        .orElse("absent"));
    }

    /** Does not compare fingerprints. */
    static Map<String, Fault> commitBlindly() {
        return Map.of(
                "commit",
                call -> call.with(Recommit.of(call.arg(0)).unconditional().build()));
    }

    /** Replaces the whole stack with what is committed. */
    static Map<String, Fault> replaceTheStack() {
        return Map.of("commit", call -> {
            StackCommit commit = call.arg(0);
            Object report = call.proceed();
            ((InMemoryCluster) call.intact()).put(commit.stack(), commit.spec());
            return report;
        });
    }

    /** Writes everything again and says so. */
    static Map<String, Fault> alwaysUpdated() {
        return Map.of(
                "commit",
                call -> new CommitReport(((CommitReport) call.proceed())
                        .members().stream()
                                .map(outcome -> MemberOutcome.builder()
                                        .ref(outcome.ref())
                                        .status(MemberOutcome.Status.UPDATED)
                                        .build())
                                .toList()));
    }

    /** Keeps a draft's secrets beside it once they are known. */
    static Map<String, Fault> secretsInDrafts() {
        return Map.of("commit", call -> {
            StackCommit commit = call.arg(0);
            Object report = call.proceed();
            StringBuilder known = new StringBuilder();
            commit.members().stream()
                    .flatMap(member -> member.secrets().stream())
                    .forEach(slot -> known.append(
                            commit.secrets().secret(slot.parameter()).revealText()));
            ((ClusterAccess) call.intact())
                    .saveDraft(DraftDocument.builder()
                            .id(commit.draftId())
                            .stack(commit.stack())
                            .spec(commit.spec())
                            .document(known.toString())
                            .build());
            return report;
        });
    }
}

package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.capture.RedactionPolicy;
import io.stackprofile.core.internal.codec.InstanceState;
import io.stackprofile.core.internal.codec.InstantiationDocument;
import io.stackprofile.core.internal.standing.InPlaceMerge;
import io.stackprofile.core.internal.standing.TargetSide;
import io.stackprofile.core.internal.template.FieldTexts;
import io.stackprofile.core.internal.template.Placeholders;
import io.stackprofile.draft.MergeConflict;
import io.stackprofile.draft.MergeResolution;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Joins what a version gives with what the target of an earlier instance has become. */
final class TargetMerge {

    private final EngineParts parts;
    private final Caller caller;

    TargetMerge(EngineParts parts, Caller caller) {
        this.parts = parts;
        this.caller = caller;
    }

    /**
     * What a new instance would apply.
     *
     * @param pure what the version alone gives
     * @param applied the same with the target's edits
     * @param removals members to be taken off the target, as they were last applied
     * @param earlier the instance that is brought on; absent when nothing is deployed
     * @param conflicts what does not go together
     * @param target the target's side, when there is one
     * @param fingerprint the target as it was read
     * @param gone whether the target of a deployed instance is not there any more
     */
    record Merged(
            StackSpec pure,
            StackSpec applied,
            StackSpec removals,
            Optional<InstantiationRecord> earlier,
            List<MergeConflict> conflicts,
            Optional<StackSpec> target,
            String fingerprint,
            boolean gone) {

        /** What an instance's document holds of this. */
        InstanceState state(InstanceState of) {
            return earlier.map(record -> of.updating(record.id(), pure, removals))
                    .orElse(of);
        }
    }

    /** Joins {@code pure} with the target of {@code record}, or of the instance that it was to bring on. */
    Merged merge(
            InstantiationRecord record,
            StackSpec pure,
            RedactionPolicy policy,
            Map<String, MergeResolution> resolutions) {
        ClusterAccess cluster = new ClusterFinder(parts.clusters(), caller).cluster(record.cluster());
        Optional<InstantiationRecord> deployed = deployed(record);
        Optional<StackSnapshot> target = deployed.isEmpty() ? Optional.empty() : cluster.read(record.stack());
        if (deployed.isEmpty() || target.isEmpty()) {
            boolean gone = deployed.filter(known -> known.status() == InstantiationStatus.DEPLOYED)
                    .isPresent();
            return new Merged(
                    pure,
                    pure,
                    InstanceState.NONE.removals(),
                    deployed,
                    List.of(),
                    Optional.empty(),
                    cluster.fingerprint(record.stack()),
                    gone);
        }
        return merged(deployed.get(), target.get(), pure, policy, resolutions);
    }

    private Merged merged(
            InstantiationRecord earlier,
            StackSnapshot target,
            StackSpec pure,
            RedactionPolicy policy,
            Map<String, MergeResolution> resolutions) {
        InstantiationDocument.Content document =
                new InstantiationRecords(parts, caller).open(earlier).document();
        StackSpec base = document.base();
        TargetSide side = TargetSide.of(base, pure, target, parts.redactor(policy), parts.limits())
                .with(unsettled(earlier, document));
        InPlaceMerge.Result result = InPlaceMerge.merge(base, pure, side, resolutions, parts.limits());
        new ResolutionGuard(parts.redactor(policy))
                .requireClean(resolutions.values(), result.applied(), pure, side.spec());
        return new Merged(
                pure,
                result.applied(),
                removals(result.removals(), earlier, document, pure, target),
                Optional.of(earlier),
                result.conflicts(),
                Optional.of(side.spec()),
                target.fingerprint(),
                false);
    }

    /** The instance whose members are on the target: a draft's is the one that it updates. */
    private Optional<InstantiationRecord> deployed(InstantiationRecord record) {
        if (record.status() != InstantiationStatus.DRAFTED) {
            return Optional.of(record);
        }
        return new InstantiationRecords(parts, caller)
                .open(record)
                .document()
                .state()
                .updates()
                .flatMap(id -> parts.store().instantiations().find(caller.organisation(), id))
                .flatMap(this::successor);
    }

    /** An instance that is on its target, or the one that has taken its place there. */
    private Optional<InstantiationRecord> successor(InstantiationRecord earlier) {
        if (InstanceUpdate.isOnTarget(earlier)) {
            return Optional.of(earlier);
        }
        List<InstantiationRecord> live = new ArrayList<>();
        new TargetInstances(parts.store(), caller.organisation())
                .forEach(earlier.profileId(), earlier.cluster(), earlier.stack(), record -> {
                    if (InstanceUpdate.isOnTarget(record)) {
                        live.add(record);
                    }
                });
        return live.stream().findFirst();
    }

    /** Members that the last commit may not have brought there: what it was to apply stands for what the target has. */
    private static List<Member> unsettled(InstantiationRecord record, InstantiationDocument.Content document) {
        boolean cutOff = record.status() == InstantiationStatus.COMMITTING;
        return document.rendered().members().stream()
                .filter(member -> cutOff || document.state().pending().contains(member.ref()))
                .toList();
    }

    private static StackSpec removals(
            List<MemberRef> refs,
            InstantiationRecord earlier,
            InstantiationDocument.Content document,
            StackSpec pure,
            StackSnapshot target) {
        List<Member> removals = new ArrayList<>();
        for (MemberRef ref : refs) {
            document.rendered()
                    .find(ref)
                    .or(() -> document.base().find(ref))
                    .map(TargetMerge::asApplied)
                    .ifPresent(removals::add);
        }
        if (earlier.status() != InstantiationStatus.DEPLOYED) {
            document.state().removals().members().stream()
                    .filter(left -> pure.find(left.ref()).isEmpty() && !refs.contains(left.ref()))
                    .filter(left ->
                            target.live() || target.spec().find(left.ref()).isPresent())
                    .forEach(removals::add);
        }
        return StackSpec.of(Optional.empty(), removals);
    }

    /** A member's texts as a commit hands them over. */
    static Member asApplied(Member member) {
        Member whole = FieldTexts.map(member, (field, text) -> Placeholders.unescape(text));
        return whole.text()
                .map(Placeholders::unescape)
                .filter(text -> !text.equals(whole.text().orElse("")))
                .map(whole::withText)
                .orElse(whole);
    }
}

package io.stackprofile.core.internal.engine;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.codec.InstantiationDocument;
import io.stackprofile.core.internal.template.SecretSlots;
import io.stackprofile.core.internal.validate.SpecChecks;
import io.stackprofile.instantiation.CommitOptions;
import io.stackprofile.instantiation.InstanceMark;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.spi.cluster.CommitMember;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackGraph;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a draft asks a cluster to do: every member in the order of work, with its secrets' places. */
final class CommitPlan {

    private CommitPlan() {}

    /** The commit of {@code open}; {@code fingerprint} is what the target must still have. */
    static StackCommit of(
            EngineParts parts,
            OpenDraft open,
            Optional<String> fingerprint,
            SecretLookup secrets,
            CommitOptions options) {
        StackSpec spec = open.draft().spec();
        List<Parameter> parameters = open.document().parameters();
        return started(open, secrets, options)
                .description(spec.description())
                .addAllMembers(members(spec, parameters, parts.limits()))
                .addAllRemovals(open.document().state().removals().members())
                .expectedFingerprint(fingerprint)
                .build();
    }

    /** What takes all that {@code open} put on its target off it again, children before their parents. */
    static StackCommit leaving(OpenDraft open, SecretLookup secrets, CommitOptions options) {
        StackSpec spec = open.draft().spec();
        List<Member> removals = new ArrayList<>();
        StackGraph.of(spec)
                .order()
                .forEach(ref -> spec.find(ref).map(TargetMerge::asApplied).ifPresent(removals::add));
        Collections.reverse(removals);
        removals.addAll(open.document().state().removals().members());
        return started(open, secrets, options).addAllRemovals(removals).build();
    }

    private static StackCommit.Builder started(OpenDraft open, SecretLookup secrets, CommitOptions options) {
        StackCommit.Builder commit = StackCommit.builder();
        commit.organisation(open.record().organisation())
                .draftId(open.record().draftId())
                .stack(open.record().stack())
                .removeForeign(options.removeForeign())
                .forceConflicts(options.forceConflicts())
                .mark(mark(open.record(), open.document()))
                .secrets(secrets);
        return commit;
    }

    /** An instance whose document is of an earlier library does not know its version's digest, and marks nothing. */
    private static Optional<InstanceMark> mark(InstantiationRecord record, InstantiationDocument.Content document) {
        return document.state()
                .digest()
                .map(digest -> new InstanceMark(
                        record.id(), record.profileId(), document.profileName(), record.version(), digest));
    }

    /** The secrets of {@code open}, each resolved when the cluster asks for it. */
    static SecretLookup secrets(EngineParts parts, OpenDraft open) {
        return new SecretLookup(
                open.record().organisation(),
                parts.secrets(),
                parts.vault(),
                open.document().bindings(),
                SpecChecks.byName(open.document().parameters()));
    }

    private static List<CommitMember> members(StackSpec spec, List<Parameter> parameters, Limits limits) {
        Set<String> secrets = parameters.stream()
                .filter(parameter -> parameter.type() == ParameterType.SECRET)
                .map(Parameter::name)
                .collect(Collectors.toSet());
        List<MemberRef> order = StackGraph.of(spec).order();
        return order.stream()
                .map(ref -> SecretSlots.of(spec.find(ref).orElseThrow(), secrets, limits))
                .toList();
    }
}

package io.stackprofile.core.internal.engine;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.template.SecretSlots;
import io.stackprofile.core.internal.validate.SpecChecks;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.spi.cluster.CommitMember;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackGraph;
import io.stackprofile.stack.StackSpec;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a cluster is handed to deploy a draft: members in the order of work, their secrets marked. */
final class CommitPlan {

    private CommitPlan() {}

    /** The commit of {@code open}; {@code fingerprint} is what the target must still have. */
    static StackCommit of(EngineParts parts, OpenDraft open, Optional<String> fingerprint, SecretLookup secrets) {
        StackSpec spec = open.draft().spec();
        List<Parameter> parameters = open.document().parameters();
        return StackCommit.builder()
                .organisation(open.record().organisation())
                .draftId(open.record().draftId())
                .stack(open.record().stack())
                .description(spec.description())
                .addAllMembers(members(spec, parameters, parts.limits()))
                .expectedFingerprint(fingerprint)
                .secrets(secrets)
                .build();
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

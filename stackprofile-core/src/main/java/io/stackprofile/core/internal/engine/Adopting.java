package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.InstantiationId;
import io.stackprofile.core.internal.codec.InstanceState;
import io.stackprofile.core.internal.namespace.NamespaceMapping;
import io.stackprofile.core.internal.parameter.BindingResolver;
import io.stackprofile.core.internal.parameter.Given;
import io.stackprofile.core.internal.standing.ValueReading;
import io.stackprofile.error.ConflictException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.SecretException;
import io.stackprofile.instantiation.AdoptRequest;
import io.stackprofile.instantiation.Adoption;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes an instance of a running stack, which it leaves as it is. */
final class Adopting {

    private final EngineParts parts;
    private final Caller caller;
    private final Call call;

    Adopting(EngineParts parts, Caller caller, Call call) {
        this.parts = parts;
        this.caller = caller;
        this.call = call;
    }

    Adoption adopt(ProfileRecord profile, AdoptRequest request) {
        String stack = request.stack().orElse(profile.name());
        call.step("read", 0, 1);
        StackSnapshot target = new ClusterFinder(parts.clusters(), caller).stack(request.cluster(), stack);
        requireFree(profile, request.cluster(), stack);
        ProfileVersion version = new VersionChoice(new ProfileReader(parts.store(), caller)).of(profile, request);
        List<Binding> inferred = inferred(version, request, target);
        List<Binding> bindings = bindings(version, request, inferred);
        call.step("bind", 0, 1);
        DraftDeployment.Bound bound = new DraftDeployment.Bound(
                new InstantiationId(parts.ids().next()),
                request.cluster(),
                stack,
                bindings,
                DraftDeployment.render(version, bindings, request.namespaces(), parts.limits()),
                target.fingerprint(),
                InstanceState.of(version.digest(), request.namespaces()));
        return kept(profile, version, bound, target, inferred);
    }

    private Adoption kept(
            ProfileRecord profile,
            ProfileVersion version,
            DraftDeployment.Bound bound,
            StackSnapshot target,
            List<Binding> inferred) {
        DraftDeployment deployment = new DraftDeployment(parts, caller, call);
        InstantiationRecord record = deployment.record(
                bound, version, InstantiationStatus.DEPLOYED, deployment.document(profile, version, bound));
        call.step("compare", 0, 1);
        // Compared before it is stored: a failure to is then a failure of the call.
        Adoption adoption = new Adoption(
                new InstantiationRecords(parts, caller).view(record),
                inferred.stream().map(Binding::parameter).toList(),
                new TargetReport(parts, caller, call)
                        .drift(record, bound.applied(), Optional.of(target), version.redaction()));
        parts.writes().create(record);
        return adoption;
    }

    private void requireFree(ProfileRecord profile, String cluster, String stack) {
        new TargetInstances(parts.store(), caller.organisation()).forEach(profile.id(), cluster, stack, record -> {
            if (InstanceUpdate.isOnTarget(record)) {
                throw new ConflictException(
                        ErrorCode.WRONG_STATE,
                        "instance '" + record.id() + "' of the profile is on stack '" + stack + "' already",
                        "Update that one, or forget it first.");
            }
        });
    }

    private List<Binding> bindings(ProfileVersion version, AdoptRequest request, List<Binding> inferred) {
        LocalSources local = new LocalSources(caller.organisation(), parts.localSources());
        List<Binding> given = new ArrayList<>(request.bindings());
        given.addAll(inferred);
        // A secret made anew would not be the one that runs, so none is generated.
        List<Binding> bindings = BindingResolver.of(version.parameters(), version.rules())
                .resolve(Given.of(given).with(request.parameterSet(), local::read));
        new OutputGuard(parts.redactor()).requireClean(bindings);
        return bindings;
    }

    /** What stands on the target for a parameter that is not given, unless its default does or it may be a credential. */
    private List<Binding> inferred(ProfileVersion version, AdoptRequest request, StackSnapshot target) {
        Set<String> given = request.bindings().stream().map(Binding::parameter).collect(Collectors.toSet());
        request.parameterSet().ifPresent(set -> given.addAll(set.sources().keySet()));
        StackSpec template = NamespaceMapping.map(version.spec(), request.namespaces(), parts.limits());
        Map<String, String> read = ValueReading.of(template, target.spec(), parts.limits());
        List<Binding> inferred = new ArrayList<>();
        for (Parameter parameter : version.parameters()) {
            String value = read.get(parameter.name());
            if (value == null || given.contains(parameter.name()) || parameter.type() == ParameterType.SECRET) {
                continue;
            }
            boolean standard = parameter
                    .defaultValue()
                    .filter(known -> known.text().equals(value))
                    .isPresent();
            Binding binding = Binding.of(parameter.name(), ParameterValue.of(value));
            if (!standard && isClean(binding)) {
                inferred.add(binding);
            }
        }
        return inferred;
    }

    private boolean isClean(Binding binding) {
        try {
            new OutputGuard(parts.redactor()).requireClean(List.of(binding));
            return true;
        } catch (SecretException credential) {
            return false;
        }
    }
}

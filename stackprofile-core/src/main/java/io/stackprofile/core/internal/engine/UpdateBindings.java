package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.InstantiationId;
import io.stackprofile.core.internal.codec.InstantiationDocument;
import io.stackprofile.core.internal.migrate.UpdatePlan;
import io.stackprofile.core.internal.migrate.VersionContract;
import io.stackprofile.core.internal.parameter.BindingResolver;
import io.stackprofile.core.internal.parameter.Given;
import io.stackprofile.instantiation.RebindRequest;
import io.stackprofile.instantiation.UpdateRequest;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.ParameterSet;
import io.stackprofile.parameter.SecretRef;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.ProfileRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an instance would be bound to in another version of its profile, or with other values. */
final class UpdateBindings {

    private final EngineParts parts;
    private final Caller caller;
    private final Call call;
    private final ProfileRecord profile;

    UpdateBindings(EngineParts parts, Caller caller, Call call, ProfileRecord profile) {
        this.parts = parts;
        this.caller = caller;
        this.call = call;
        this.profile = profile;
    }

    /**
     * What a caller gives.
     *
     * @param bindings what is bound
     * @param set the parameter set
     * @param reset what takes its default
     */
    record Asked(List<Binding> bindings, Optional<ParameterSet> set, List<String> reset) {

        static Asked of(UpdateRequest request) {
            return new Asked(request.bindings(), request.parameterSet(), request.reset());
        }

        static Asked of(RebindRequest request) {
            return new Asked(request.bindings(), request.parameterSet(), request.reset());
        }
    }

    /** The plan; {@code id} is under which secrets that are made anew are kept. */
    UpdatePlan plan(InstantiationRecord record, ProfileVersion version, Asked asked, InstantiationId id) {
        LocalSources local = new LocalSources(caller.organisation(), parts.localSources());
        Given given = Given.of(asked.bindings())
                .with(asked.set(), local::read)
                .generating(
                        parameter -> parts.vault().map(kept -> new SecretRef(Given.GENERATED, id + "/" + parameter)));
        UpdatePlan plan = UpdatePlan.of(
                versions(record.version(), version),
                InstantiationDocument.bindings(record.document()),
                BindingResolver.of(version.parameters(), version.rules()),
                given,
                asked.reset());
        new OutputGuard(parts.redactor())
                .requireClean(plan.origins().stream()
                        .flatMap(origin -> origin.binding().stream())
                        .toList());
        return plan;
    }

    /** The instance's version, those on the way, and the one it goes to. */
    private List<VersionContract> versions(int from, ProfileVersion version) {
        ProfileReader reader = new ProfileReader(parts.store(), caller);
        List<VersionContract> versions = new ArrayList<>();
        int to = version.version();
        int way = Integer.compare(to, from);
        for (int number = from; number != to; number += way) {
            call.step("read", Math.abs(number - from), Math.abs(to - from));
            versions.add(reader.contract(profile, number));
        }
        versions.add(new VersionContract(to, version.parameters(), version.migration()));
        return versions;
    }
}

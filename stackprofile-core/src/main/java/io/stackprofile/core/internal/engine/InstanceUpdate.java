package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.InstantiationId;
import io.stackprofile.core.internal.codec.InstantiationDocument;
import io.stackprofile.core.internal.migrate.UpdatePlan;
import io.stackprofile.core.internal.migrate.VersionContract;
import io.stackprofile.core.internal.parameter.BindingResolver;
import io.stackprofile.core.internal.parameter.Given;
import io.stackprofile.error.ConflictException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Finding;
import io.stackprofile.error.ValidationException;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.instantiation.UpdatePreview;
import io.stackprofile.instantiation.UpdateRequest;
import io.stackprofile.parameter.SecretRef;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.spi.access.Action;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.ProfileRecord;
import java.util.ArrayList;
import java.util.List;

/** Brings an instance to another version: carries what it is bound to, and drafts the result beside its target. */
final class InstanceUpdate {

    private final EngineParts parts;
    private final Caller caller;
    private final Call call;
    private final ProfileReader reader;

    InstanceUpdate(EngineParts parts, Caller caller, Call call) {
        this.parts = parts;
        this.caller = caller;
        this.call = call;
        this.reader = new ProfileReader(parts.store(), caller);
    }

    UpdatePreview preview(InstantiationRecord record, UpdateRequest request) {
        ProfileRecord profile = readable(record);
        ProfileVersion version = new VersionChoice(reader).of(profile, request);
        UpdatePlan plan = plan(record, profile, version, request, record.id());
        return UpdatePreview.builder()
                .instantiationId(record.id())
                .profileId(record.profileId())
                .fromVersion(record.version())
                .toVersion(version.version())
                .addAllParameters(plan.origins())
                .addAllLost(plan.lost())
                .addAllFindings(plan.findings())
                .build();
    }

    StackDraft update(InstantiationRecord record, UpdateRequest request) {
        ProfileRecord profile = readable(record);
        requireLive(record);
        ProfileVersion version = new VersionChoice(reader).of(profile, request);
        InstantiationId id = new InstantiationId(parts.ids().next());
        UpdatePlan plan = plan(record, profile, version, request, id);
        List<Finding> open = plan.open();
        if (!open.isEmpty()) {
            throw new ValidationException(
                    ErrorCode.INVALID_BINDING,
                    "the instance cannot go from version " + record.version() + " to " + version.version()
                            + " with what it is bound to",
                    "Give what is asked; a preview shows where everything comes from.",
                    open);
        }
        return new DraftDeployment(parts, caller, call)
                .draft(profile, version, id, record.cluster(), record.stack(), plan.bindings());
    }

    private ProfileRecord readable(InstantiationRecord record) {
        call.step("read", 0, 1);
        ProfileRecord profile = reader.readable(record.profileId());
        new Gate(parts.access(), caller).require(Action.INSTANTIATE, profile.name());
        return profile;
    }

    private UpdatePlan plan(
            InstantiationRecord record,
            ProfileRecord profile,
            ProfileVersion version,
            UpdateRequest request,
            InstantiationId id) {
        List<VersionContract> versions = versions(profile, record.version(), version.version());
        LocalSources local = new LocalSources(caller.organisation(), parts.localSources());
        Given given = Given.of(request.bindings())
                .with(request.parameterSet(), local::read)
                .generating(
                        parameter -> parts.vault().map(kept -> new SecretRef(Given.GENERATED, id + "/" + parameter)));
        UpdatePlan plan = UpdatePlan.of(
                versions,
                InstantiationDocument.bindings(record.document()),
                BindingResolver.of(version.parameters(), version.rules()),
                given,
                request.reset());
        new OutputGuard(parts.redactor())
                .requireClean(plan.origins().stream()
                        .flatMap(origin -> origin.binding().stream())
                        .toList());
        return plan;
    }

    /** The instance's version, those on the way, and the one it goes to. */
    private List<VersionContract> versions(ProfileRecord profile, int from, int to) {
        List<VersionContract> versions = new ArrayList<>();
        int way = Integer.compare(to, from);
        for (int number = from; number != to; number += way) {
            call.step("read", Math.abs(number - from), Math.abs(to - from));
            versions.add(reader.contract(profile, number));
        }
        versions.add(reader.contract(profile, to));
        return versions;
    }

    /** Only what describes a target is brought on; what was replaced there would undo what came after it. */
    private static void requireLive(InstantiationRecord record) {
        if (record.status() == InstantiationStatus.SUPERSEDED) {
            throw new ConflictException(
                    ErrorCode.WRONG_STATE,
                    "a later instance has taken the place of '" + record.id() + "'",
                    "Update the one that is deployed on stack '" + record.stack() + "'.");
        }
    }
}

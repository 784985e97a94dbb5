package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.Page;
import io.stackprofile.core.internal.digest.VersionDigest;
import io.stackprofile.core.internal.parameter.BindingResolver;
import io.stackprofile.core.internal.template.StackTemplate;
import io.stackprofile.diff.Impact;
import io.stackprofile.draft.FleetQuery;
import io.stackprofile.draft.FleetSimulation;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.draft.SimulatedInstance;
import io.stackprofile.draft.SimulatedInstance.Outcome;
import io.stackprofile.error.CancelledException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.instantiation.MemberPlan;
import io.stackprofile.instantiation.UpdatePreview;
import io.stackprofile.instantiation.UpdateRequest;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.profile.Provenance;
import io.stackprofile.spi.access.Action;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.ProfileRecord;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Holds a draft's content, as if it were the profile's next version, against the targets of its instances. */
final class FleetSimulator {

    private final EngineParts parts;
    private final Caller caller;
    private final Call call;

    FleetSimulator(EngineParts parts, Caller caller, Call call) {
        this.parts = parts;
        this.caller = caller;
        this.call = call;
    }

    FleetSimulation simulate(DraftRecords.Marked marked, FleetQuery query) {
        ProfileReader reader = new ProfileReader(parts.store(), caller);
        Impact impact = new DraftDiff(parts, caller).againstBase(marked).impact();
        ProfileDraft draft = marked.draft();
        ProfileRecord profile = reader.readable(draft.profile().orElseThrow());
        new Gate(parts.access(), caller).require(Action.INSTANTIATE, profile.name());
        ProfileVersion candidate = candidate(draft, profile, query);
        // What could not be published is told once, not for every instance.
        StackTemplate.compile(candidate.spec(), candidate.parameters(), parts.limits());
        BindingResolver.of(candidate.parameters(), candidate.rules());
        Fleet fleet = new Fleet(parts, caller.organisation(), profile, reader.versions(profile), query.filter());
        Page<InstantiationRecord> page = parts.store()
                .instantiations()
                .page(caller.organisation(), profile.id(), OptionalInt.empty(), query.page());
        List<InstantiationRecord> selected =
                page.items().stream().filter(fleet::means).toList();
        FleetSimulation.Builder simulation =
                FleetSimulation.builder().impact(impact).next(page.next());
        for (int i = 0; i < selected.size(); i++) {
            call.step("simulate", i, selected.size());
            simulation.addInstance(simulated(selected.get(i), profile, candidate));
        }
        return simulation.build();
    }

    private ProfileVersion candidate(ProfileDraft draft, ProfileRecord profile, FleetQuery query) {
        return ProfileVersion.builder()
                .profileId(profile.id())
                .profileName(profile.name())
                .version(profile.latestVersion() + 1)
                .channel("stable")
                .digest(VersionDigest.of(draft.spec(), draft.parameters(), draft.rules()))
                .spec(draft.spec())
                .addAllParameters(draft.parameters())
                .addAllRules(draft.rules())
                .migration(query.migration())
                .provenance(Provenance.builder()
                        .origin(Provenance.Origin.DRAFT)
                        .draft(draft.id().toString())
                        .createdAt(parts.now())
                        .createdBy(caller.subject())
                        .libraryVersion(LibraryVersion.text())
                        .build())
                .report(draft.report())
                .redaction(draft.redaction())
                .build();
    }

    private SimulatedInstance simulated(InstantiationRecord record, ProfileRecord profile, ProfileVersion candidate) {
        SimulatedInstance.Builder instance = SimulatedInstance.builder();
        instance.instantiationId(record.id())
                .cluster(record.cluster())
                .stack(record.stack())
                .fromVersion(record.version());
        try {
            UpdatePreview preview = new InstanceUpdate(parts, caller, call)
                    .preview(record, UpdateRequest.of(record.id()), profile, candidate);
            return instance.outcome(outcome(preview))
                    .putAllMembers(members(preview))
                    .addAllConflicts(preview.conflicts())
                    .addAllFindings(AskedFindings.of(preview))
                    .build();
        } catch (CancelledException cancelled) {
            throw cancelled;
        } catch (StackProfileException failure) {
            return instance.outcome(Outcome.UNREACHABLE)
                    .code(failure.code())
                    .message(failure.getMessage())
                    .build();
        } catch (RuntimeException failure) {
            // Of a host's adapter, which may quote what it was handed.
            return instance.outcome(Outcome.UNREACHABLE)
                    .code(ErrorCode.CLUSTER_FAILED)
                    .message("the cluster failed with " + failure.getClass().getName())
                    .build();
        }
    }

    private static Outcome outcome(UpdatePreview preview) {
        if (!preview.conflicts().isEmpty()) {
            return Outcome.CONFLICT;
        }
        if (preview.targetGone()) {
            return Outcome.TARGET_GONE;
        }
        if (!preview.complete()) {
            return Outcome.INVALID_BINDING;
        }
        boolean still = preview.members().stream().allMatch(member -> member.effect() == MemberPlan.Effect.NONE);
        return still ? Outcome.NO_OP : Outcome.CLEAN;
    }

    private static Map<MemberPlan.Effect, Integer> members(UpdatePreview preview) {
        Map<MemberPlan.Effect, Integer> members = new EnumMap<>(MemberPlan.Effect.class);
        preview.members().forEach(member -> members.merge(member.effect(), 1, Integer::sum));
        return members;
    }
}

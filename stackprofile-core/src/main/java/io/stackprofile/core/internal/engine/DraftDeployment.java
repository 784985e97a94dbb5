package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.InstantiationId;
import io.stackprofile.StackDraftId;
import io.stackprofile.core.internal.codec.EncodedDocument;
import io.stackprofile.core.internal.codec.InstantiationDocument;
import io.stackprofile.core.internal.parameter.BindingResolver;
import io.stackprofile.core.internal.parameter.Given;
import io.stackprofile.core.internal.template.StackBinder;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.instantiation.InstantiateRequest;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.parameter.Binding;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.cluster.DraftDocument;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.stack.StackSpec;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;

/** Binds a version into a stack draft: the record first, then the draft beside its target. */
final class DraftDeployment {

    private final EngineParts parts;
    private final Caller caller;
    private final Call call;

    DraftDeployment(EngineParts parts, Caller caller, Call call) {
        this.parts = parts;
        this.caller = caller;
        this.call = call;
    }

    StackDraft create(ProfileRecord profile, InstantiateRequest request) {
        // A cluster that does not exist is told before the version is read.
        new ClusterFinder(parts.clusters(), caller).cluster(request.cluster());
        String stack = request.stack().orElse(profile.name());
        call.step("read", 0, 1);
        ProfileVersion version = new VersionChoice(new ProfileReader(parts.store(), caller)).of(profile, request);
        InstantiationId id = new InstantiationId(parts.ids().next());
        return draft(profile, version, id, request.cluster(), stack, bindings(version, request, id, stack));
    }

    /** Keeps a version, bound so, as the draft of a new instance. */
    StackDraft draft(
            ProfileRecord profile,
            ProfileVersion version,
            InstantiationId id,
            String clusterName,
            String stack,
            List<Binding> bindings) {
        ClusterAccess cluster = new ClusterFinder(parts.clusters(), caller).cluster(clusterName);
        new OutputGuard(parts.redactor()).requireClean(bindings);
        call.step("bind", 0, 1);
        StackSpec bound = StackBinder.bind(version.spec(), version.parameters(), bindings, parts.limits());
        call.step("draft", 0, 1);
        EncodedDocument encoded = InstantiationDocument.encode(new InstantiationDocument.Content(
                profile.name(),
                profile.organisation(),
                bindings,
                version.parameters(),
                cluster.fingerprint(stack),
                bound));
        InstantiationRecord record = record(id, version, clusterName, stack, encoded);
        parts.store().contents().putAll(caller.organisation(), encoded.contents(), parts.now());
        // Read before it is stored: a failure to read is then a failure of the call.
        StackDraft draft = new InstantiationRecords(parts, caller).open(record).draft();
        parts.writes().create(record);
        saveBeside(cluster, record, bound);
        return draft;
    }

    private List<Binding> bindings(
            ProfileVersion version, InstantiateRequest request, InstantiationId id, String stack) {
        LocalSources local = new LocalSources(caller.organisation(), parts.localSources());
        GeneratedReferences generated =
                new GeneratedReferences(parts, caller, id, version.profileId(), request.cluster(), stack);
        return BindingResolver.of(version.parameters(), version.rules())
                .resolve(Given.of(request.bindings())
                        .with(request.parameterSet(), local::read)
                        .generating(generated::of));
    }

    /** A draft that cannot be kept beside its target is no draft: the record goes too. */
    private void saveBeside(ClusterAccess cluster, InstantiationRecord record, StackSpec bound) {
        try {
            cluster.saveDraft(DraftDocument.builder()
                    .id(record.draftId())
                    .stack(record.stack())
                    .spec(bound)
                    .document(record.document())
                    .build());
        } catch (RuntimeException failure) {
            try {
                parts.writes().delete(record);
            } catch (StackProfileException left) {
                failure.addSuppressed(left);
            }
            throw failure;
        }
    }

    private InstantiationRecord record(
            InstantiationId id, ProfileVersion version, String cluster, String stack, EncodedDocument encoded) {
        Instant now = parts.now();
        return InstantiationRecord.builder()
                .id(id)
                .organisation(caller.organisation())
                .revision(1)
                .profileId(version.profileId())
                .version(version.version())
                .cluster(cluster)
                .stack(stack)
                .status(InstantiationStatus.DRAFTED)
                .draftId(new StackDraftId(parts.ids().next()))
                .createdAt(now)
                .createdBy(caller.subject())
                .updatedAt(now)
                .document(encoded.document())
                .addAllContents(new LinkedHashSet<>(encoded.contents().keySet()))
                .build();
    }
}

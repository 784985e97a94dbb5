package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.InstantiationId;
import io.stackprofile.Limits;
import io.stackprofile.StackDraftId;
import io.stackprofile.core.internal.codec.EncodedDocument;
import io.stackprofile.core.internal.codec.InstanceState;
import io.stackprofile.core.internal.codec.InstantiationDocument;
import io.stackprofile.core.internal.namespace.NamespaceMapping;
import io.stackprofile.core.internal.parameter.BindingResolver;
import io.stackprofile.core.internal.parameter.Given;
import io.stackprofile.core.internal.template.StackBinder;
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
import java.util.Map;

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
        List<Binding> bindings = bindings(version, request, id, stack);
        new OutputGuard(parts.redactor()).requireClean(bindings);
        call.step("bind", 0, 1);
        StackSpec bound = render(version, bindings, request.namespaces(), parts.limits());
        String fingerprint = new ClusterFinder(parts.clusters(), caller)
                .cluster(request.cluster())
                .fingerprint(stack);
        InstanceState state = InstanceState.of(version.digest(), request.namespaces());
        return draft(profile, version, new Bound(id, request.cluster(), stack, bindings, bound, fingerprint, state));
    }

    /**
     * A version as it is to stand on a target.
     *
     * @param id the new instance
     * @param cluster the cluster
     * @param stack the stack
     * @param bindings what fills the parameters
     * @param applied the members as they are to be applied
     * @param fingerprint the target as it was read
     * @param state what else is kept of the instance
     */
    record Bound(
            InstantiationId id,
            String cluster,
            String stack,
            List<Binding> bindings,
            StackSpec applied,
            String fingerprint,
            InstanceState state) {}

    /** What a version gives with these values in these namespaces. */
    static StackSpec render(
            ProfileVersion version, List<Binding> bindings, Map<String, String> namespaces, Limits limits) {
        return NamespaceMapping.map(
                StackBinder.bind(version.spec(), version.parameters(), bindings, limits), namespaces, limits);
    }

    /** Keeps a version, bound so, as the draft of a new instance. */
    StackDraft draft(ProfileRecord profile, ProfileVersion version, Bound bound) {
        ClusterAccess cluster = new ClusterFinder(parts.clusters(), caller).cluster(bound.cluster());
        call.step("draft", 0, 1);
        EncodedDocument encoded = document(profile, version, bound);
        InstantiationRecord record = record(bound, version, InstantiationStatus.DRAFTED, encoded);
        // Read before it is stored: a failure to read is then a failure of the call.
        StackDraft draft = new InstantiationRecords(parts, caller).open(record).draft();
        parts.writes().create(record);
        saveBeside(cluster, record, bound.applied());
        return draft;
    }

    /** The document of an instance; its contents are stored. */
    EncodedDocument document(ProfileRecord profile, ProfileVersion version, Bound bound) {
        EncodedDocument encoded = InstantiationDocument.encode(new InstantiationDocument.Content(
                profile.name(),
                profile.organisation(),
                bound.bindings(),
                version.parameters(),
                bound.fingerprint(),
                bound.applied(),
                bound.state()));
        parts.store().contents().putAll(caller.organisation(), encoded.contents(), parts.now());
        return encoded;
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
                // It may be there though the cluster gave no answer; while it may, its record says whose it is.
                cluster.deleteDraft(record.draftId());
                parts.writes().delete(record);
            } catch (RuntimeException left) {
                failure.addSuppressed(left);
            }
            throw failure;
        }
    }

    /** The first revision of an instance. */
    InstantiationRecord record(
            Bound bound, ProfileVersion version, InstantiationStatus status, EncodedDocument encoded) {
        Instant now = parts.now();
        return InstantiationRecord.builder()
                .id(bound.id())
                .organisation(caller.organisation())
                .revision(1)
                .profileId(version.profileId())
                .version(version.version())
                .cluster(bound.cluster())
                .stack(bound.stack())
                .status(status)
                .draftId(new StackDraftId(parts.ids().next()))
                .createdAt(now)
                .createdBy(caller.subject())
                .updatedAt(now)
                .document(encoded.document())
                .addAllContents(new LinkedHashSet<>(encoded.contents().keySet()))
                .build();
    }
}

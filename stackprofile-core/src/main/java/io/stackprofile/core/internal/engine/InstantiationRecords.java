package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.Digest;
import io.stackprofile.ProfileId;
import io.stackprofile.StackDraftId;
import io.stackprofile.core.internal.codec.InstantiationDocument;
import io.stackprofile.error.NotFoundException;
import io.stackprofile.instantiation.Instantiation;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.stack.Member;
import java.util.Set;

/** Between a stored instance and what callers see of it. */
final class InstantiationRecords {

    private final EngineParts parts;
    private final Caller caller;

    InstantiationRecords(EngineParts parts, Caller caller) {
        this.parts = parts;
        this.caller = caller;
    }

    /** The instance a stack draft belongs to. */
    InstantiationRecord byDraft(StackDraftId id) {
        return parts.store()
                .instantiations()
                .findByDraft(caller.organisation(), id)
                .orElseThrow(() -> new NotFoundException(
                        "there is no stack draft '" + id + "'", "Instantiate a profile to make one."));
    }

    /** The stack draft of an instance. */
    OpenDraft open(InstantiationRecord record) {
        InstantiationDocument.Content document = decode(record);
        StackDraft draft = StackDraft.builder()
                .id(record.draftId())
                .instantiationId(record.id())
                .profileId(record.profileId())
                .profileName(document.profileName())
                .version(record.version())
                .cluster(record.cluster())
                .stack(record.stack())
                .spec(document.rendered())
                .addAllRemovals(document.state().removals().members().stream()
                        .map(Member::ref)
                        .toList())
                .updates(document.state().updates())
                .putAllNamespaces(document.state().namespaces())
                .addAllBindings(document.bindings())
                .createdAt(record.createdAt())
                .createdBy(record.createdBy())
                .build();
        return new OpenDraft(record, document, draft);
    }

    /** The next revision of an instance with another status. */
    InstantiationRecord next(InstantiationRecord record, InstantiationStatus status) {
        return next(record, status, record.document());
    }

    /** The next revision of an instance with another status and document, which refers to the same contents. */
    InstantiationRecord next(InstantiationRecord record, InstantiationStatus status, String document) {
        return next(record, status, document, record.contents());
    }

    /** The next revision of an instance with another status and document. */
    InstantiationRecord next(
            InstantiationRecord record, InstantiationStatus status, String document, Set<Digest> contents) {
        return InstantiationRecord.builder()
                .id(record.id())
                .organisation(record.organisation())
                .revision(record.revision() + 1)
                .profileId(record.profileId())
                .version(record.version())
                .cluster(record.cluster())
                .stack(record.stack())
                .status(status)
                .draftId(record.draftId())
                .createdAt(record.createdAt())
                .createdBy(record.createdBy())
                .updatedAt(parts.now())
                .document(document)
                .addAllContents(contents)
                .build();
    }

    /** What a caller sees of an instance, against its profile as it is now. */
    Instantiation view(InstantiationRecord record) {
        return view(record, standing(record.profileId()));
    }

    /** What a caller sees of an instance, against its profile. */
    Instantiation view(InstantiationRecord record, ProfileStanding standing) {
        return Instantiation.builder()
                .id(record.id())
                .profileId(record.profileId())
                .version(record.version())
                .cluster(record.cluster())
                .stack(record.stack())
                .status(record.status())
                .outdated(standing.behind(record) > 0)
                .behind(standing.behind(record))
                .deprecated(standing.deprecated().contains(record.version()))
                .draftId(record.draftId())
                .addAllBindings(InstantiationDocument.bindings(record.document()))
                .createdAt(record.createdAt())
                .createdBy(record.createdBy())
                .updatedAt(record.updatedAt())
                .build();
    }

    private InstantiationDocument.Content decode(InstantiationRecord record) {
        return InstantiationDocument.decode(
                record.document(), ProfileReader.contents(parts.store(), record.organisation(), record.contents()));
    }

    /** What instances of a profile are held against; nothing when it can no longer be read. */
    private ProfileStanding standing(ProfileId profile) {
        ProfileReader reader = new ProfileReader(parts.store(), caller);
        return reader.visible(profile)
                .map(record -> ProfileStanding.of(record, reader.versions(record)))
                .orElse(ProfileStanding.UNKNOWN);
    }
}

package io.stackprofile.samples.store;

import io.stackprofile.Digest;
import io.stackprofile.InstantiationId;
import io.stackprofile.ProfileId;
import io.stackprofile.StackDraftId;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.spi.store.InstantiationRecord;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An {@link InstantiationRecord} without its document, as the journal has it. */
record InstanceRow(
        UUID id,
        String organisation,
        long revision,
        UUID profile,
        int version,
        String cluster,
        String stack,
        InstantiationStatus status,
        UUID draft,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        List<String> contents)
        implements Row {

    static InstanceRow of(InstantiationRecord instance) {
        return new InstanceRow(
                instance.id().value(),
                instance.organisation(),
                instance.revision(),
                instance.profileId().value(),
                instance.version(),
                instance.cluster(),
                instance.stack(),
                instance.status(),
                instance.draftId().value(),
                instance.createdAt(),
                instance.createdBy(),
                instance.updatedAt(),
                instance.contents().stream().map(Digest::text).toList());
    }

    InstantiationRecord record(String document) {
        return InstantiationRecord.builder()
                .id(new InstantiationId(id))
                .organisation(organisation)
                .revision(revision)
                .profileId(new ProfileId(profile))
                .version(version)
                .cluster(cluster)
                .stack(stack)
                .status(status)
                .draftId(new StackDraftId(draft))
                .createdAt(createdAt)
                .createdBy(createdBy)
                .updatedAt(updatedAt)
                .document(document)
                .addAllContents(contents.stream().map(Digest::of).toList())
                .build();
    }

    @Override
    public Key key() {
        return Key.of(Kind.INSTANCE, organisation, id);
    }
}

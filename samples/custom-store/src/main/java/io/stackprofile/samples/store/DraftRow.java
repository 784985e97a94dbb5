package io.stackprofile.samples.store;

import io.stackprofile.Digest;
import io.stackprofile.DraftId;
import io.stackprofile.ProfileId;
import io.stackprofile.spi.store.DraftRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A {@link DraftRecord} without its document, as the journal has it. */
record DraftRow(
        UUID id,
        String organisation,
        long revision,
        String name,
        Optional<UUID> profile,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        List<String> contents)
        implements Row {

    static DraftRow of(DraftRecord draft) {
        return new DraftRow(
                draft.id().value(),
                draft.organisation(),
                draft.revision(),
                draft.name(),
                draft.profile().map(ProfileId::value),
                draft.createdAt(),
                draft.createdBy(),
                draft.updatedAt(),
                draft.updatedBy(),
                draft.contents().stream().map(Digest::text).toList());
    }

    DraftRecord record(String document) {
        return DraftRecord.builder()
                .id(new DraftId(id))
                .organisation(organisation)
                .revision(revision)
                .name(name)
                .profile(profile.map(ProfileId::new))
                .createdAt(createdAt)
                .createdBy(createdBy)
                .updatedAt(updatedAt)
                .updatedBy(updatedBy)
                .document(document)
                .addAllContents(contents.stream().map(Digest::of).toList())
                .build();
    }

    @Override
    public Key key() {
        return Key.of(Kind.DRAFT, organisation, id);
    }
}

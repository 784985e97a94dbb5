package io.stackprofile.samples.store;

import io.stackprofile.Digest;
import io.stackprofile.ProfileId;
import io.stackprofile.SuggestionId;
import io.stackprofile.draft.SuggestionStatus;
import io.stackprofile.spi.store.SuggestionRecord;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A {@link SuggestionRecord} without its texts, as the journal has it.
 *
 * @param documentBytes how much of the body is the document; the rest is the proposal
 */
record SuggestionRow(
        UUID id,
        String owner,
        UUID profile,
        String organisation,
        long revision,
        SuggestionStatus status,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        int documentBytes,
        List<String> contents)
        implements Row {

    static SuggestionRow of(SuggestionRecord suggestion, int documentBytes) {
        return new SuggestionRow(
                suggestion.id().value(),
                suggestion.owner(),
                suggestion.profileId().value(),
                suggestion.organisation(),
                suggestion.revision(),
                suggestion.status(),
                suggestion.createdAt(),
                suggestion.createdBy(),
                suggestion.updatedAt(),
                suggestion.updatedBy(),
                documentBytes,
                suggestion.contents().stream().map(Digest::text).toList());
    }

    SuggestionRecord record(String document, String proposal) {
        return SuggestionRecord.builder()
                .id(new SuggestionId(id))
                .owner(owner)
                .profileId(new ProfileId(profile))
                .organisation(organisation)
                .revision(revision)
                .status(status)
                .createdAt(createdAt)
                .createdBy(createdBy)
                .updatedAt(updatedAt)
                .updatedBy(updatedBy)
                .document(document)
                .proposal(proposal)
                .addAllContents(contents.stream().map(Digest::of).toList())
                .build();
    }

    @Override
    public Key key() {
        return key(id);
    }

    /** Two organisations see a suggestion, so its key has neither. */
    static Key key(UUID id) {
        return Key.of(Kind.SUGGESTION, "", id);
    }

    @Override
    public String contentOwner() {
        return owner;
    }
}

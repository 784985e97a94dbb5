package io.stackprofile.samples.store;

import io.stackprofile.ProfileId;
import io.stackprofile.spi.store.HistoryRecord;
import io.stackprofile.spi.store.ProfileRecord;
import java.time.Instant;
import java.util.UUID;

/** A {@link HistoryRecord} as the journal has it. */
record HistoryRow(UUID profile, String organisation, long revision, Instant at, String by, String change)
        implements Row {

    /** The entry of the change that made the profile's revision. */
    static HistoryRow of(ProfileRecord written) {
        return of(HistoryRecord.of(written));
    }

    static HistoryRow of(HistoryRecord entry) {
        return new HistoryRow(
                entry.profileId().value(),
                entry.organisation(),
                entry.revision(),
                entry.at(),
                entry.by(),
                entry.change());
    }

    HistoryRecord record() {
        return HistoryRecord.builder()
                .profileId(new ProfileId(profile))
                .organisation(organisation)
                .revision(revision)
                .at(at)
                .by(by)
                .change(change)
                .build();
    }

    @Override
    public Key key() {
        return key(organisation, profile, revision);
    }

    static Key key(String organisation, UUID profile, long revision) {
        return new Key(Kind.HISTORY, organisation, profile.toString(), revision);
    }
}

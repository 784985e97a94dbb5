package io.stackprofile.core.internal.engine;

import io.stackprofile.core.internal.codec.ChangeDocument;
import io.stackprofile.profile.ProfileChange;
import io.stackprofile.spi.store.HistoryRecord;

/** Between a stored entry of history and what callers see of it. */
final class HistoryEntries {

    private HistoryEntries() {}

    static ProfileChange view(HistoryRecord entry) {
        ChangeDocument.Content change = ChangeDocument.decode(entry.change(), entry.revision());
        return ProfileChange.builder()
                .profileId(entry.profileId())
                .organisation(entry.organisation())
                .revision(entry.revision())
                .kind(change.kind())
                .version(change.version())
                .digest(change.digest())
                .addAllFields(change.fields())
                .sharedWith(change.sharedWith())
                .before(change.before())
                .after(change.after())
                .at(entry.at())
                .by(entry.by())
                .build();
    }
}

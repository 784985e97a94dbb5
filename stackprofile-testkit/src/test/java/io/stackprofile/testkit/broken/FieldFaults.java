package io.stackprofile.testkit.broken;

import io.stackprofile.Page;
import io.stackprofile.spi.store.DraftRecord;
import io.stackprofile.spi.store.DraftStore;
import io.stackprofile.spi.store.HistoryRecord;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.InstantiationStore;
import io.stackprofile.spi.store.ProfileKey;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.ProfileStore;
import io.stackprofile.spi.store.SuggestionRecord;
import io.stackprofile.spi.store.SuggestionStore;
import io.stackprofile.spi.store.VersionHeader;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Mistakes of single fields: a column that an update forgets, that is derived, or that is compared as text. */
final class FieldFaults {

    private FieldFaults() {}

    /** Takes the current version for the latest one, which it is most of the time. */
    static Fault currentIsLatest() {
        return call -> ((Optional<?>) call.proceed())
                .map(ProfileRecord.class::cast)
                .map(profile -> Copied.with(ProfileRecord.class, profile, "currentVersion", profile.latestVersion()));
    }

    /** {@code set description = coalesce(?, description)}. */
    static Fault keepDescription() {
        return call -> {
            ProfileRecord changed = call.arg(1);
            Optional<ProfileRecord> before =
                    ((ProfileStore) call.intact()).find(changed.organisation(), ProfileKey.of(changed.id()));
            return call.with(
                    call.arg(0),
                    Copied.with(
                            ProfileRecord.class,
                            changed,
                            "description",
                            changed.description().or(() -> before.flatMap(ProfileRecord::description))));
        };
    }

    /** An update that does not set who made it. */
    static Fault keepProfileAuthor() {
        return call -> {
            ProfileRecord changed = call.arg(1);
            String before = ((ProfileStore) call.intact())
                    .find(changed.organisation(), ProfileKey.of(changed.id()))
                    .map(ProfileRecord::updatedBy)
                    .orElse(changed.updatedBy());
            return call.with(call.arg(0), Copied.with(ProfileRecord.class, changed, "updatedBy", before));
        };
    }

    /** An update that does not set the name. */
    static Fault keepDraftName() {
        return call -> {
            DraftRecord changed = call.arg(1);
            String before = ((DraftStore) call.intact())
                    .find(changed.organisation(), changed.id())
                    .map(DraftRecord::name)
                    .orElse(changed.name());
            return call.with(call.arg(0), Copied.with(DraftRecord.class, changed, "name", before));
        };
    }

    /** An update that does not set who made it. */
    static Fault keepSuggestionAuthor() {
        return call -> {
            SuggestionRecord changed = call.arg(1);
            String before = ((SuggestionStore) call.intact())
                    .find(changed.organisation(), changed.id())
                    .map(SuggestionRecord::updatedBy)
                    .orElse(changed.updatedBy());
            return call.with(call.arg(0), Copied.with(SuggestionRecord.class, changed, "updatedBy", before));
        };
    }

    /** An update that sets status and version alone: the stack stays where it was first put. */
    static Fault keepPlace() {
        return call -> {
            InstantiationRecord changed = call.arg(1);
            Optional<InstantiationRecord> before =
                    ((InstantiationStore) call.intact()).find(changed.organisation(), changed.id());
            return call.with(
                    call.arg(0),
                    Copied.with(
                            InstantiationRecord.class,
                            Copied.with(
                                    InstantiationRecord.class,
                                    changed,
                                    "cluster",
                                    before.map(InstantiationRecord::cluster).orElse(changed.cluster())),
                            "stack",
                            before.map(InstantiationRecord::stack).orElse(changed.stack())));
        };
    }

    /** Versions ordered as text: 9 comes before 10. */
    static Fault versionsAsText() {
        return call -> {
            List<?> versions = (List<?>) call.proceed();
            return versions.stream()
                    .map(VersionHeader.class::cast)
                    .sorted(Comparator.comparing((VersionHeader header) -> Integer.toString(header.number()))
                            .reversed())
                    .toList();
        };
    }

    /** Entries ordered by revisions as text. */
    static Fault historyAsText() {
        return call -> {
            Page<?> page = (Page<?>) call.proceed();
            return new Page<>(
                    page.items().stream()
                            .map(HistoryRecord.class::cast)
                            .sorted(Comparator.comparing((HistoryRecord entry) -> Long.toString(entry.revision()))
                                    .reversed())
                            .toList(),
                    page.next());
        };
    }

    /** Counts by versions as text: 10 is below 9. */
    static Fault countAsText() {
        return call -> {
            long count = 0;
            int bound = call.<Integer>arg(2);
            InstantiationStore intact = (InstantiationStore) call.intact();
            for (int version = 1; version <= 100; version++) {
                boolean below = Integer.toString(version).compareTo(Integer.toString(bound)) < 0;
                count += below
                        ? intact.outdatedCount(call.arg(0), call.arg(1), version + 1)
                                - intact.outdatedCount(call.arg(0), call.arg(1), version)
                        : 0;
            }
            return count;
        };
    }

    /** Compares revisions by identity, which boxed numbers have up to 127. */
    static Fault smallRevisions(int revision) {
        return call -> {
            long expected = call.<Long>arg(revision);
            return expected > 127 ? call.withFirst(-1L) : call.proceed();
        };
    }
}

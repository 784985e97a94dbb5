package io.stackprofile.benchmarks.scale;

import io.stackprofile.Digest;
import io.stackprofile.InstantiationId;
import io.stackprofile.ProfileId;
import io.stackprofile.StackDraftId;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.profile.Visibility;
import io.stackprofile.spi.store.HistoryRecord;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.StoreArchive;
import io.stackprofile.spi.store.StoredItem;
import io.stackprofile.spi.store.VersionHeader;
import io.stackprofile.spi.store.VersionRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;

/**
 * As many profiles, versions and instances as are asked for, made one after the other. One profile has half of the
 * instances, of ten versions; the others have one version each.
 */
final class StoredRows {

    static final String ORGANISATION = "northwind";

    /** The profile with half of the instances. */
    static final ProfileId BUSY = new ProfileId(id(0, 0));

    /** How many versions it has. */
    static final int VERSIONS = 10;

    private static final Instant START = Instant.parse("2026-03-01T10:15:30.123456Z");
    private static final List<String> TEAMS =
            List.of("payments", "search", "data", "edge", "identity", "mobile", "core");
    private static final int AT_ONCE = StoreArchive.RESTORED_AT_ONCE;

    private final long rows;

    StoredRows(long rows) {
        this.rows = rows;
    }

    /** Restores everything; {@code done} hears how many items are there. */
    void into(StoreArchive archive, LongConsumer done) {
        Batches batches = new Batches(archive, done);
        batches.each(rows, StoredRows::profile);
        batches.each(rows, n -> new StoredItem.Version(ORGANISATION, new ProfileId(id(0, n)), version(n, 1)));
        batches.each(VERSIONS - 1L, n -> new StoredItem.Version(ORGANISATION, BUSY, version(0, (int) n + 2)));
        batches.each(rows, n -> new StoredItem.Answer("create " + n, record(n)));
        batches.each(rows, n -> new StoredItem.History(HistoryRecord.of(record(n))));
        batches.each(rows, this::instance);
        batches.end();
    }

    /** How many items {@link #into} restores. */
    long items() {
        return 5 * rows + VERSIONS - 1;
    }

    /** The id of the instance of a number. */
    static InstantiationId instanceId(long n) {
        return new InstantiationId(id(1, n));
    }

    private static final class Batches {

        private final StoreArchive archive;
        private final LongConsumer done;
        private final List<StoredItem> batch = new ArrayList<>();
        private long count;

        Batches(StoreArchive archive, LongConsumer done) {
            this.archive = archive;
            this.done = done;
        }

        void each(long rows, LongFunction<StoredItem> item) {
            for (long n = 0; n < rows; n++) {
                batch.add(item.apply(n));
                if (batch.size() == AT_ONCE) {
                    end();
                }
            }
        }

        void end() {
            archive.restore(List.copyOf(batch));
            count += batch.size();
            batch.clear();
            done.accept(count);
        }
    }

    private static StoredItem profile(long n) {
        return new StoredItem.Profile(record(n));
    }

    private static ProfileRecord record(long n) {
        int latest = n == 0 ? VERSIONS : 1;
        return ProfileRecord.builder()
                .id(new ProfileId(id(0, n)))
                .organisation(ORGANISATION)
                .name(String.format(Locale.ROOT, "%s-%07d", team(n), n))
                .description("What team " + team(n) + " runs in every region.")
                .category(team(n))
                .addTags("team-" + team(n), n % 3 == 0 ? "pci" : "internal")
                .visibility(n % 100 == 0 ? Visibility.PUBLIC : Visibility.ORGANISATION)
                .revision(latest)
                .currentVersion(latest)
                .latestVersion(latest)
                .createdAt(START.plusSeconds(n))
                .createdBy("alice")
                .updatedAt(START.plusSeconds(n))
                .updatedBy("alice")
                .change("{\"kind\":\"CREATED\"}")
                .build();
    }

    private static VersionRecord version(long n, int number) {
        return VersionRecord.builder()
                .header(VersionHeader.builder()
                        .number(number)
                        .channel("stable")
                        .changelog("Raise the replica count")
                        .digest(digest(n, number))
                        .createdAt(START.plusSeconds(n))
                        .createdBy("alice")
                        .build())
                .document("{\"format\":1,\"members\":[{\"kind\":\"manifest\",\"name\":\"web\",\"content\":\""
                        + digest(n, number) + "\"}]}")
                .addContents(digest(n, number))
                .build();
    }

    private StoredItem instance(long n) {
        boolean busy = n % 2 == 0;
        return new StoredItem.Instance(InstantiationRecord.builder()
                .id(instanceId(n))
                .organisation(ORGANISATION)
                .revision(3)
                .profileId(busy ? BUSY : new ProfileId(id(0, n)))
                .version(busy ? (int) (n / 2 % VERSIONS) + 1 : 1)
                .cluster("region-" + n % 40)
                .stack("stack-" + n)
                .status(n % 50 == 1 ? InstantiationStatus.PARTIAL : InstantiationStatus.DEPLOYED)
                .draftId(new StackDraftId(id(2, n)))
                .createdAt(START.plusSeconds(n))
                .createdBy("alice")
                .updatedAt(START.plusSeconds(n))
                .document("{\"bindings\":{\"domain\":\"" + n + ".northwind.example\"}}")
                .build());
    }

    private static String team(long n) {
        return TEAMS.get((int) (n % TEAMS.size()));
    }

    /** Ordered as the numbers are, as ids made one after the other are. */
    private static UUID id(int kind, long n) {
        return new UUID(0x0195_9000_0000_7000L + (n << 16), 0x8000_0000_0000_0000L | (long) kind << 48 | n);
    }

    private static Digest digest(long n, int number) {
        return Digest.of(String.format(Locale.ROOT, "sha256:%016x%016x%032x", mixed(n), mixed(n + number), number));
    }

    private static long mixed(long n) {
        long mixed = (n + 1) * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 29);
    }
}

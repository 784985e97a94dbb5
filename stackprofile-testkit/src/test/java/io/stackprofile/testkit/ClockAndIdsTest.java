package io.stackprofile.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stackprofile.DraftId;
import io.stackprofile.PageRequest;
import io.stackprofile.ProgressEvent;
import io.stackprofile.spi.store.DraftRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClockAndIdsTest {

    @Test
    void aSteppingClockMovesOnWithEachReading() {
        SteppingClock clock = SteppingClock.of(Instant.parse("2026-05-01T12:00:00Z"), Duration.ofMinutes(5));

        assertThat(clock.instant()).isEqualTo("2026-05-01T12:00:00Z");
        assertThat(clock.instant()).isEqualTo("2026-05-01T12:05:00Z");
        clock.advance(Duration.ofHours(1));
        assertThat(clock.instant()).isEqualTo("2026-05-01T13:10:00Z");
        assertThatThrownBy(() -> SteppingClock.of(Instant.EPOCH, Duration.ZERO)).hasMessage("step must be positive");
    }

    @Test
    void sequenceIdsAreVersion7AndInOrder() {
        SequenceIds ids = SequenceIds.from(Instant.parse("2026-05-01T12:00:00.999Z"));
        List<UUID> given = Stream.generate(ids::next).limit(5_000).toList();

        assertThat(given).allSatisfy(id -> {
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
        });
        assertThat(given).doesNotHaveDuplicates().isSortedAccordingTo(Comparator.comparing(UUID::toString));
        assertThat(given.get(0).getMostSignificantBits() >>> 16)
                .isEqualTo(Instant.parse("2026-05-01T12:00:00.999Z").toEpochMilli());
        assertThat(SequenceIds.fromStart().next())
                .isEqualTo(SequenceIds.fromStart().next());
    }

    /** {@link UUID#compareTo} takes ids with the top bit set for the oldest. */
    @Test
    void listingsOrderIdsAsUnsignedNumbers() {
        InMemoryStore store = new InMemoryStore();
        List<String> ids = List.of(
                "ffffffff-ffff-7fff-bfff-ffffffffffff",
                "80000000-0000-7000-8000-000000000000",
                "7fffffff-ffff-7fff-bfff-ffffffffffff",
                "00000000-0000-7000-8000-000000000000");
        ids.forEach(id -> store.drafts().create(draft(id)));

        assertThat(store.drafts().page("acme", PageRequest.first()).items())
                .extracting(draft -> draft.id().toString())
                .isEqualTo(ids);
    }

    private static DraftRecord draft(String id) {
        return DraftRecord.builder()
                .id(DraftId.of(id))
                .organisation("acme")
                .revision(1)
                .name("platform")
                .createdAt(Instant.EPOCH)
                .createdBy("alice")
                .updatedAt(Instant.EPOCH)
                .updatedBy("alice")
                .document("{}")
                .build();
    }

    @Test
    void recordingProgressKeepsEventsAndSteps() {
        RecordingProgress progress = new RecordingProgress();
        progress.onProgress(new ProgressEvent("capture", "read", 1, 2));
        progress.onProgress(new ProgressEvent("capture", "redact", 1, 2));
        progress.onProgress(new ProgressEvent("capture", "redact", 2, 2));

        assertThat(progress.steps()).containsExactly("read", "redact");
        assertThat(progress.events()).hasSize(3).contains(new ProgressEvent("capture", "redact", 2, 2));
    }
}

package io.stackprofile.testkit.broken;

import io.stackprofile.ProfileId;
import io.stackprofile.SuggestionId;
import io.stackprofile.draft.SuggestionStatus;
import io.stackprofile.spi.store.SuggestionRecord;
import java.time.Instant;
import java.util.Optional;

/** Mistakes that stores of suggestions make. */
final class SuggestionFaults {

    private SuggestionFaults() {}

    /** Finds what went with its profile. */
    static Fault remember() {
        return call -> {
            Optional<?> found = (Optional<?>) call.proceed();
            SuggestionId id = call.arg(1);
            return found.isPresent() ? found : Optional.of(gone(id));
        };
    }

    private static SuggestionRecord gone(SuggestionId id) {
        return SuggestionRecord.builder()
                .id(id)
                .owner("acme")
                .profileId(new ProfileId(id.value()))
                .organisation("acme-globex")
                .revision(1)
                .status(SuggestionStatus.SUBMITTED)
                .createdAt(Instant.EPOCH)
                .createdBy("gina")
                .updatedAt(Instant.EPOCH)
                .updatedBy("gina")
                .document("{}")
                .proposal("{}")
                .build();
    }
}

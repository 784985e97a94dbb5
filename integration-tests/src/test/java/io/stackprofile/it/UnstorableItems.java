package io.stackprofile.it;

import io.stackprofile.DraftId;
import io.stackprofile.ProfileId;
import io.stackprofile.profile.Visibility;
import io.stackprofile.spi.store.DraftRecord;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.StoredItem;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Items with a character that PostgreSQL cannot keep, and the field it is in. */
final class UnstorableItems {

    static final String CANARY = "Kw3-canary-Pt8-of-a-field";

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final UUID ID = new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0001L);

    private UnstorableItems() {}

    static Stream<Arguments> all() {
        return Stream.of("\0", "\ud800").flatMap(bad -> {
            String text = CANARY + bad;
            return Stream.of(
                    Arguments.of(profile(2, "globex", "bad", text), "description"),
                    Arguments.of(profile(2, "globex", text, "fine"), "name"),
                    Arguments.of(draft(text), "document"));
        });
    }

    /** One that could be kept by itself. */
    static StoredItem plain() {
        return profile(3, "globex", "plain", "fine");
    }

    private static StoredItem profile(int n, String organisation, String name, String description) {
        return new StoredItem.Profile(ProfileRecord.builder()
                .id(new ProfileId(new UUID(ID.getMostSignificantBits(), ID.getLeastSignificantBits() + n)))
                .organisation(organisation)
                .name(name)
                .description(description)
                .visibility(Visibility.ORGANISATION)
                .revision(1)
                .currentVersion(1)
                .latestVersion(1)
                .createdAt(NOON)
                .createdBy("alice")
                .updatedAt(NOON)
                .updatedBy("alice")
                .change("{}")
                .build());
    }

    private static StoredItem draft(String document) {
        return new StoredItem.Draft(DraftRecord.builder()
                .id(new DraftId(ID))
                .organisation("globex")
                .revision(1)
                .name("a draft")
                .createdAt(NOON)
                .createdBy("alice")
                .updatedAt(NOON)
                .updatedBy("alice")
                .document(document)
                .build());
    }
}

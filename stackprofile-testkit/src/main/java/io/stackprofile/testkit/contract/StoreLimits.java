package io.stackprofile.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackprofile.Digest;
import io.stackprofile.PageRequest;
import io.stackprofile.spi.store.DraftRecord;
import io.stackprofile.spi.store.ProfileFilter;
import io.stackprofile.spi.store.ProfileKey;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.VersionRecord;
import io.stackprofile.testkit.TextDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The part of {@link WholeStoreContract} about how much a store takes: [ST-7]. */
public abstract class StoreLimits extends StoreHistories {

    private static final int LONG_NAME = 255;
    private static final int MANY_WORDS = 100;
    private static final int MANY_READERS = 1_000;
    private static final int MANY_CONTENTS = 5_000;
    private static final int LARGE_TEXT = 4 * 1024 * 1024;

    /** For {@link WholeStoreContract}. */
    StoreLimits() {}

    @Test
    @Clause("ST-7")
    public void required_ST7_longNamesAndManyWordsAreTaken() {
        String check = "ST-7: a name, category, tag and request key may have 255 characters of any script; check the"
                + " length of columns, of index entries and of file names";
        String organisation = "o".repeat(63);
        for (String letter : List.of("n", "ü", "プ", "\uD83D\uDE80")) {
            String name = letter.repeat(LONG_NAME);
            Traits traits = Traits.of(organisation, name)
                    .category(name)
                    .tags(IntStream.range(0, MANY_WORDS)
                            .mapToObj(i -> i + letter.repeat(LONG_NAME - 3))
                            .toArray(String[]::new));
            ProfileRecord profile = records.profile(traits);
            assertEquals(profile, profiles().create(name, profile, records.version(1)), check);
            assertEquals(profile, profiles().create(name, profile, records.version(1)), check);
            assertEquals(Optional.of(profile), profiles().find(organisation, ProfileKey.of(name)), check);
            String shorter = letter.repeat(LONG_NAME - 1);
            assertEquals(Optional.empty(), profiles().find(organisation, ProfileKey.of(shorter)), check);
        }
    }

    @Test
    @Clause("ST-7")
    public void required_ST7_manyReadersAreTaken() {
        String[] readers =
                IntStream.range(0, MANY_READERS).mapToObj(i -> "reader-" + i).toArray(String[]::new);
        ProfileRecord shared = create(Traits.of(ACME, "shared").sharedWith(readers));
        String check = "ST-7: a profile may be shared with 1,000 organisations, each of which finds it";
        assertUntouched(shared, check);
        ProfileFilter last =
                ProfileFilter.builder().sharedWith(readers[MANY_READERS - 1]).build();
        assertEquals(
                List.of(shared),
                store().catalogue().page(last, PageRequest.first(1)).items(),
                check);
    }

    @Test
    @Clause("ST-7")
    public void required_ST7_largeTextsAreTaken() {
        String large = "größe: '✓'\n".repeat(LARGE_TEXT / 11);
        String check =
                "ST-7: a document and a content may have 4 Mi characters; check the type of the column and the size"
                        + " of a packet";
        Digest digest = keep(ACME, large);
        assertTrue(large.equals(store().contents().getAll(ACME, Set.of(digest)).get(digest)), check);
        DraftRecord draft = records.draft(ACME, records.nextId(), large, Set.of(digest));
        store().drafts().create(draft);
        assertTrue(store().drafts().find(ACME, draft.id()).equals(Optional.of(draft)), check);
    }

    @Test
    @Clause("ST-7")
    public void required_ST7_manyContentsAreTaken() {
        Map<Digest, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < MANY_CONTENTS; i++) {
            String text = "number: " + i + "\n";
            texts.put(TextDigest.of(text), text);
        }
        String check = "ST-7: 5,000 contents go in and out in one call, and a version may refer to all of them; split"
                + " what the medium limits, such as bind variables";
        store().contents().putAll(ACME, texts, Records.NOW);
        assertEquals(texts, store().contents().getAll(ACME, texts.keySet()), check);
        ProfileRecord profile = records.profile(Traits.of(ACME, "large"));
        VersionRecord version = records.version(1, "{}", texts.keySet());
        profiles().create("large", profile, version);
        assertEquals(Optional.of(version), profiles().version(ACME, profile.id(), 1), check);
        assertEquals(0, store().contents().sweep(ACME, Records.LATER), check);
    }
}

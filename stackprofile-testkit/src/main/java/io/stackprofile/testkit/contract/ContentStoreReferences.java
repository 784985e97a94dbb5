package io.stackprofile.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackprofile.Digest;
import io.stackprofile.spi.store.DraftRecord;
import io.stackprofile.spi.store.ProfileRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The part of {@link ContentStoreContract} about texts that several records refer to, one after another or at once. */
public abstract class ContentStoreReferences extends StoreContract {

    private static final Instant OLD = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant BEFORE = OLD.plusSeconds(1);

    /** For {@link ContentStoreContract}. */
    ContentStoreReferences() {}

    private DraftRecord draft(Digest... contents) {
        DraftRecord draft = records.draft(ACME, records.nextId(), "{}", Set.of(contents));
        store().drafts().create(draft);
        return draft;
    }

    private void assertSwept(long count, String check) {
        assertEquals(count, store().contents().sweep(ACME, BEFORE), check);
    }

    @Test
    @Clause("CS-2")
    public void required_CS2_aDigestMayBeAskedForTwice() {
        Digest digest = keep(ACME, "twice: 1\n", OLD);
        String check = "CS-2: a digest that is asked for twice is given once";
        assertEquals(
                Map.of(digest, "twice: 1\n"),
                assertDoesNotThrow(() -> store().contents().getAll(ACME, List.of(digest, digest)), check),
                check);
    }

    @Test
    @Clause("CS-4")
    public void required_CS4_whatAnotherStillRefersToStays() {
        Digest text = keep(ACME, "shared: 1\n", OLD);
        DraftRecord edited = draft(text);
        DraftRecord deleted = draft(text);
        DraftRecord published = draft(text);
        String check = "CS-4: a text stays while any record refers to it; count references, or look at all of them";
        store().drafts().update(1, records.changed(edited, "{}", Set.of()));
        assertSwept(0, check);
        store().drafts().delete(ACME, deleted.id());
        assertSwept(0, check);
        ProfileRecord profile = records.profile(Traits.of(ACME, "platform"));
        store().profiles().create("k1", profile, records.version(1, "{}", Set.of(text)));
        store().drafts().deleteUnchanged(ACME, published.id(), 1);
        assertSwept(0, check);
        DraftRecord again = draft(text);
        store().profiles().delete(1, records.changed(profile, Traits.of(profile)));
        assertSwept(0, check);
        assertEquals(Set.of(text), store().contents().getAll(ACME, Set.of(text)).keySet(), check);
        store().drafts().deleteUnchanged(ACME, again.id(), 1);
        assertSwept(1, "CS-4: what the last record lets go of is swept, in whatever way that record went");
    }

    @Test
    @Clause("CS-4")
    public void required_CS4_whatMovesFromRecordToRecordStays() {
        String check = "CS-4: a text that a draft refers to until a version does is referred to throughout; a sweep"
                + " looks at every role at one moment";
        for (int round = 0; round < 5 * Race.ROUNDS; round++) {
            Digest text = keep(ACME, "moves: " + round + "\n", OLD);
            DraftRecord draft = draft(text);
            ProfileRecord profile = records.profile(Traits.of(ACME, "platform-" + round));
            List<Race.Outcome<Optional<ProfileRecord>>> outcomes = Race.run(runner -> {
                if (runner % 2 == 0) {
                    store().contents().sweep(ACME, BEFORE);
                } else if (runner == 1) {
                    store().profiles().create(profile.name(), profile, records.version(1, "{}", Set.of(text)));
                    store().drafts().deleteUnchanged(ACME, draft.id(), 1);
                }
                return Optional.empty();
            });
            outcomes.forEach(outcome -> assertEquals(Optional.empty(), outcome.refusal(), check));
            assertEquals(
                    Set.of(text), store().contents().getAll(ACME, Set.of(text)).keySet(), check);
        }
    }
}

package io.stackprofile.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackprofile.Digest;
import io.stackprofile.ProfileId;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.spi.store.ContentStore;
import io.stackprofile.spi.store.DraftRecord;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.testkit.TextDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Proves a {@link ContentStore}: texts are kept to the character, by tenant, while anything needs them. */
public abstract class ContentStoreContract extends ContentStoreReferences {

    private static final Instant OLD = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant BEFORE = OLD.plus(Duration.ofDays(1));
    private static final Instant RECENT = BEFORE.plus(Duration.ofHours(1));

    /** For subclasses. */
    protected ContentStoreContract() {}

    private ContentStore contents() {
        return store().contents();
    }

    private static Map<Digest, String> texts(Iterable<String> texts) {
        Map<Digest, String> byDigest = new LinkedHashMap<>();
        texts.forEach(text -> byDigest.put(TextDigest.of(text), text));
        return byDigest;
    }

    private void assertHas(String organisation, Map<Digest, String> expected, String check) {
        Map<Digest, String> found = contents().getAll(organisation, expected.keySet());
        assertEquals(expected.keySet(), found.keySet(), check);
        expected.forEach((digest, text) ->
                assertEquals(text.equals(found.get(digest)), true, check + " (the text of " + digest + " differs)"));
    }

    @Test
    @Clause("CS-1")
    public void required_CS1_putAllIsIdempotent() {
        Map<Digest, String> texts = texts(List.of("replicas: 1\n", "replicas: 2\n"));
        Map<Digest, String> more = texts(List.of("replicas: 2\n", "replicas: 3\n"));
        String check = "CS-1: putting a text that is there already is no error and changes nothing";
        contents().putAll(ACME, texts, OLD);
        contents().putAll(ACME, texts, OLD);
        contents().putAll(ACME, more, OLD);
        contents().putAll(ACME, Map.of(), OLD);
        assertHas(ACME, texts, check);
        assertHas(ACME, more, check);
    }

    @Test
    @Clause("CS-1")
    public void required_CS1_concurrentPutsOfOneTextAllSucceed() {
        String check = "CS-1: of concurrent puts of one text none fails and the text is there when any returns; insert"
                + " ... on conflict";
        for (int round = 0; round < Race.ROUNDS; round++) {
            Map<Digest, String> texts = texts(List.of("round: " + round, "shared: true"));
            List<Race.Outcome<Boolean>> outcomes = Race.run(runner -> {
                contents().putAll(ACME, texts, OLD.plusSeconds(runner));
                return contents().getAll(ACME, texts.keySet()).equals(texts);
            });
            outcomes.forEach(outcome -> assertEquals(true, outcome.value().orElse(false), check));
        }
    }

    @Test
    @Clause("CS-2")
    public void required_CS2_textsAreKeptToTheCharacter() {
        List<String> hard = new ArrayList<>(HardTexts.NAMES);
        hard.addAll(List.of(HardTexts.DOCUMENT, "", " ", "\n", "\r\n", HardTexts.large()));
        Map<Digest, String> texts = texts(hard);
        contents().putAll(ACME, texts, OLD);
        assertHas(ACME, texts, "CS-2: texts are read as they were put; check the column's type, '' as null, line ends");
    }

    @Test
    @Clause("CS-2")
    public void required_CS2_whatIsNotThereIsLeftOut() {
        Map<Digest, String> texts = texts(List.of("kind: Namespace\n"));
        Digest missing = TextDigest.of("never put");
        contents().putAll(ACME, texts, OLD);
        List<Digest> asked = List.of(missing, texts.keySet().iterator().next());
        String check = "CS-2: a digest that is not there is left out, without error";
        assertEquals(texts, contents().getAll(ACME, asked), check);
        assertEquals(Map.of(), contents().getAll(ACME, List.of()), check);
        assertEquals(Map.of(), contents().getAll("nobody", asked), check);
    }

    @Test
    @Clause("CS-2")
    public void required_CS2_manyTextsAtOnce() {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            many.add("apiVersion: v1\nkind: Namespace\nmetadata:\n  name: team-" + i + "\n");
        }
        Map<Digest, String> texts = texts(many);
        contents().putAll(ACME, texts, OLD);
        List<Digest> asked = new ArrayList<>(texts.keySet());
        asked.add(TextDigest.of("missing"));
        String check = "CS-2: a thousand texts go in and out in one call; split what the medium limits";
        assertEquals(texts, contents().getAll(ACME, asked), check);
    }

    @Test
    @Clause("CS-3")
    public void required_CS3_anotherOrganisationSeesNothing() {
        Map<Digest, String> mine = texts(List.of("mine: 1\n"));
        contents().putAll(ACME, mine, OLD);
        assertEquals(
                Map.of(),
                contents().getAll(GLOBEX, mine.keySet()),
                "CS-3: a digest another organisation put finds nothing; the key is (organisation, digest)");
    }

    @Test
    @Clause("CS-3")
    public void required_CS3_oneDigestIsKeptPerOrganisation() {
        Map<Digest, String> shared = texts(List.of("shared: 1\n"));
        contents().putAll(ACME, shared, OLD);
        contents().putAll(GLOBEX, shared, OLD);
        String check = "CS-3: sweeping one organisation's texts leaves another's of the same digest";
        assertEquals(1, contents().sweep(ACME, BEFORE), check);
        assertEquals(Map.of(), contents().getAll(ACME, shared.keySet()), check);
        assertHas(GLOBEX, shared, check);
    }

    @Test
    @Clause("CS-4")
    public void required_CS4_sweepRemovesOldUnreferencedTexts() {
        Map<Digest, String> old = texts(List.of("old: 1\n", "old: 2\n"));
        Map<Digest, String> edge = texts(List.of("edge: 1\n"));
        contents().putAll(ACME, old, OLD);
        contents().putAll(ACME, edge, BEFORE);
        String check = "CS-4: sweep removes what was last put before the instant, not at it, and says how many went";
        assertEquals(2, contents().sweep(ACME, BEFORE), check);
        assertEquals(Map.of(), contents().getAll(ACME, old.keySet()), check);
        assertHas(ACME, edge, check);
        assertEquals(0, contents().sweep(ACME, BEFORE), check);
    }

    @Test
    @Clause("CS-4")
    public void required_CS4_aPutRefreshes() {
        Map<Digest, String> text = texts(List.of("put: twice\n"));
        contents().putAll(ACME, text, OLD);
        contents().putAll(ACME, text, RECENT);
        String check = "CS-4: putting a text again makes it recent; on conflict, update the time";
        assertEquals(0, contents().sweep(ACME, BEFORE), check);
        assertHas(ACME, text, check);
    }

    @Test
    @Clause("CS-4")
    public void required_CS4_whatAVersionRefersToStays() {
        Digest first = keep(ACME, "version: 1\n", OLD);
        Digest second = keep(ACME, "version: 2\n", OLD);
        ProfileRecord one = records.profile(Traits.of(ACME, "platform"));
        store().profiles().create("k1", one, records.version(1, "{}", Set.of(first)));
        ProfileRecord two = records.appended(one);
        store().profiles().append("k2", 1, two, records.version(2, "{}", Set.of(second)));
        assertHeldUntil(
                Set.of(first, second),
                "version",
                () -> store().profiles().delete(2, records.changed(two, Traits.of(two))));
    }

    @Test
    @Clause("CS-4")
    public void required_CS4_whatADraftRefersToStays() {
        Digest kept = keep(ACME, "draft: 1\n", OLD);
        Digest dropped = keep(ACME, "draft: dropped\n", OLD);
        DraftRecord draft = records.draft(ACME, records.nextId(), "{}", Set.of(dropped));
        store().drafts().create(draft);
        store().drafts().update(1, records.changed(draft, "{}", Set.of(kept)));
        assertEquals(1, contents().sweep(ACME, BEFORE), "CS-4: an edited draft refers to its new contents alone");
        assertHeldUntil(Set.of(kept), "draft", () -> store().drafts().delete(ACME, draft.id()));
    }

    @Test
    @Clause("CS-4")
    public void required_CS4_whatAnInstanceRefersToStays() {
        Digest kept = keep(ACME, "instance: 1\n", OLD);
        ProfileId profile = new ProfileId(records.nextId());
        InstantiationRecord drafted = records.instance(ACME, profile, 1, InstantiationStatus.DRAFTED);
        store().instantiations().create(drafted);
        store().instantiations()
                .update(1, records.changed(drafted, ACME, 1, InstantiationStatus.DEPLOYED, Set.of(kept)));
        assertHeldUntil(Set.of(kept), "instance", () -> store().instantiations().delete(ACME, drafted.id(), 2));
    }

    private void assertHeldUntil(Set<Digest> held, String holder, Runnable delete) {
        String check = "CS-4: what a " + holder + " refers to is not swept while the " + holder + " is there";
        assertEquals(0, contents().sweep(ACME, BEFORE), check);
        assertEquals(held, contents().getAll(ACME, held).keySet(), check);
        delete.run();
        String after = "CS-4: what only a deleted " + holder + " referred to is swept";
        assertEquals(held.size(), contents().sweep(ACME, BEFORE), after);
        assertEquals(Map.of(), contents().getAll(ACME, held), after);
    }

    @Test
    @Clause("CS-5")
    public void required_CS5_whatIsPutWhileASweepRunsStays() {
        String check =
                "CS-5: a text that is put again while a sweep runs is there when the put returns; let the sweep's"
                        + " statement compare the time it deletes by, or take the lock that puts take";
        for (int round = 0; round < Race.ROUNDS; round++) {
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                lines.add("round: " + round + ", line: " + i + "\n");
            }
            Map<Digest, String> texts = texts(lines);
            contents().putAll(ACME, texts, OLD);
            List<Race.Outcome<Boolean>> outcomes = Race.run(runner -> {
                if (runner == 0) {
                    contents().sweep(ACME, BEFORE);
                    return true;
                }
                contents().putAll(ACME, texts, RECENT);
                return contents().getAll(ACME, texts.keySet()).equals(texts);
            });
            outcomes.forEach(outcome -> assertEquals(true, outcome.value().orElse(false), check));
            assertHas(ACME, texts, check);
        }
    }
}

package io.stackprofile.samples.store;

import static io.stackprofile.samples.store.SampleRecords.NOON;
import static io.stackprofile.samples.store.SampleRecords.draft;
import static io.stackprofile.samples.store.SampleRecords.instance;
import static io.stackprofile.samples.store.SampleRecords.profile;
import static io.stackprofile.samples.store.SampleRecords.suggestion;
import static io.stackprofile.samples.store.SampleRecords.version;

import io.stackprofile.Digest;
import io.stackprofile.DraftId;
import io.stackprofile.InstantiationId;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.profile.Deprecation;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.testkit.TextDigest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes to every role, each of which changes something a {@link Sight} shows. */
final class Script {

    /** Every text that is ever put. */
    static final List<String> TEXTS = List.of("one\n", "two\n", "three\n", "überall ✓\n", "");

    private static final Deprecation WHY = Deprecation.builder()
            .reason(Deprecation.Reason.DEFECT)
            .note("does not start")
            .addReferences("TICKET-1")
            .at(NOON)
            .by("bob")
            .build();

    /** The writes that carry a request key, and what is restored; a repeat of one changes nothing. */
    static final Set<String> KEYED = Set.of(
            "ProfileStore.create",
            "ProfileStore.append",
            "create a second profile",
            "create under the freed name",
            "StoreArchive.restore");

    private Script() {}

    static Digest digest(int text) {
        return TextDigest.of(TEXTS.get(text));
    }

    /** The writes by what they do, in order. */
    static Map<String, Consumer<StackProfileStore>> writes() {
        Map<String, Consumer<StackProfileStore>> writes = new LinkedHashMap<>();
        writes.put("ContentStore.putAll", put("acme", 0, 1));
        writes.put(
                "ProfileStore.create",
                store -> store.profiles()
                        .create("k1", profile(1, "acme", "base", 1, 1), version(1, "{1}", digest(0), digest(1))));
        writes.put("putAll, a text more", put("acme", 0, 2, 3));
        writes.put(
                "ProfileStore.append",
                store -> store.profiles()
                        .append("k2", 1, profile(1, "acme", "base", 2, 2), version(2, "{2}", digest(2))));
        writes.put("ProfileStore.update", store -> store.profiles().update(2, profile(1, "acme", "grund ✓", 3, 2)));
        writes.put(
                "ProfileStore.deprecate",
                store -> store.profiles().deprecate(3, profile(1, "acme", "grund ✓", 4, 2), 1, Optional.of(WHY)));
        drafts(writes);
        suggestionsAndInstances(writes);
        ends(writes);
        return writes;
    }

    private static void drafts(Map<String, Consumer<StackProfileStore>> writes) {
        writes.put("putAll, of another organisation", put("globex", 3, 4));
        writes.put("DraftStore.create", store -> store.drafts().create(draft(1, "acme", 1, "draft", digest(3))));
        writes.put("create a second draft", store -> store.drafts().create(draft(2, "globex", 1, "other")));
        writes.put("DraftStore.update", store -> store.drafts().update(1, draft(1, "acme", 2, "edited", digest(3))));
        writes.put("create a third draft", store -> store.drafts().create(draft(3, "acme", 1, "third")));
        writes.put(
                "DraftStore.deleteUnchanged",
                store -> store.drafts().deleteUnchanged("globex", new DraftId(SampleRecords.id(2)), 1));
        writes.put("DraftStore.delete", store -> store.drafts().delete("acme", new DraftId(SampleRecords.id(3))));
    }

    private static void suggestionsAndInstances(Map<String, Consumer<StackProfileStore>> writes) {
        writes.put(
                "SuggestionStore.create",
                store -> store.suggestions().create(suggestion(1, 1, 1, "proposal ✓", digest(1))));
        writes.put("SuggestionStore.update", store -> store.suggestions().update(1, suggestion(1, 1, 2, "")));
        writes.put(
                "InstantiationStore.create",
                store -> store.instantiations().create(instance(1, 1, 1, 1, InstantiationStatus.DRAFTED, digest(0))));
        writes.put(
                "InstantiationStore.update",
                store -> store.instantiations().update(1, instance(1, 1, 2, 1, InstantiationStatus.DEPLOYED)));
        writes.put(
                "create a second instance",
                store -> store.instantiations().create(instance(2, 1, 1, 1, InstantiationStatus.DEPLOYED)));
        writes.put("ContentStore.sweep", store -> store.contents().sweep("globex", NOON.plus(Duration.ofDays(1))));
        writes.put(
                "InstantiationStore.delete",
                store -> store.instantiations().delete("acme", new InstantiationId(SampleRecords.id(1)), 2));
    }

    private static void ends(Map<String, Consumer<StackProfileStore>> writes) {
        writes.put(
                "create a second profile",
                store -> store.profiles().create("k1", profile(2, "globex", "base", 1, 1), version(1, "{other}")));
        writes.put("ProfileStore.delete", store -> store.profiles().delete(4, profile(1, "acme", "grund ✓", 5, 2)));
        writes.put("sweep what is left", store -> store.contents().sweep("acme", NOON.plus(Duration.ofDays(1))));
        writes.put("put a swept text again", put("acme", 0));
        writes.put(
                "create under the freed name",
                store -> store.profiles()
                        .create("k3", profile(3, "acme", "grund ✓", 1, 1), version(1, "{3}", digest(0))));
        writes.put("StoreArchive.restore", RestoredItems::write);
    }

    private static Consumer<StackProfileStore> put(String organisation, Integer... texts) {
        Map<Digest, String> contents =
                Stream.of(texts).collect(Collectors.toMap(Script::digest, TEXTS::get, (a, b) -> a, LinkedHashMap::new));
        return store -> store.contents().putAll(organisation, contents, NOON);
    }
}

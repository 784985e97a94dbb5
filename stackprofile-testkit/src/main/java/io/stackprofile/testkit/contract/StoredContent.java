package io.stackprofile.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackprofile.Digest;
import io.stackprofile.PageRequest;
import io.stackprofile.SuggestionId;
import io.stackprofile.draft.SuggestionStatus;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.profile.Deprecation;
import io.stackprofile.profile.Visibility;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.ProfileFilter;
import io.stackprofile.spi.store.ProfileKey;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.spi.store.StoredItem;
import io.stackprofile.spi.store.SuggestionRecord;
import io.stackprofile.testkit.TextDigest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A store in which every role has something, of two organisations, and what two such stores must read alike. */
final class StoredContent {

    private static final String ACME = StoreContract.ACME;
    private static final String GLOBEX = StoreContract.GLOBEX;

    private StoredContent() {}

    /** Writes something of every role; the same whenever the records' ids are. */
    static void write(StackProfileStore store, Records records) {
        for (String organisation : List.of(ACME, GLOBEX)) {
            Digest text = keep(store, organisation, HardTexts.DOCUMENT);
            Digest other = keep(store, organisation, HardTexts.large());
            keep(store, organisation, "needed by nobody");
            ProfileRecord profile = profile(store, records, organisation, Set.of(text, other));
            store.drafts().create(records.draft(organisation, records.nextId(), HardTexts.DOCUMENT, Set.of(text)));
            for (InstantiationStatus status : List.of(InstantiationStatus.DEPLOYED, InstantiationStatus.PARTIAL)) {
                InstantiationRecord instance = records.instance(organisation, profile.id(), 1, status);
                store.instantiations().create(instance);
                store.instantiations().create(records.instance(organisation, profile.id(), 2, status));
                store.instantiations().update(1, records.changed(instance, 1, InstantiationStatus.DEPLOYED));
            }
            store.suggestions().create(suggestion(records, profile, text));
            deleted(store, records, organisation);
        }
    }

    private static Digest keep(StackProfileStore store, String organisation, String text) {
        Digest digest = TextDigest.of(text);
        store.contents().putAll(organisation, Map.of(digest, text), Records.NOW);
        return digest;
    }

    private static ProfileRecord profile(
            StackProfileStore store, Records records, String organisation, Set<Digest> texts) {
        ProfileRecord profile = records.profile(Traits.of(organisation, "プラットフォーム")
                .description("What runs everywhere; o'brien's.")
                .category("platform")
                .tags("base", "a,b")
                .visibility(Visibility.PUBLIC)
                .sharedWith("initech"));
        store.profiles().create("create " + profile.id(), profile, records.version(1, HardTexts.DOCUMENT, texts));
        ProfileRecord appended = records.appended(profile);
        store.profiles()
                .append(
                        "append",
                        1,
                        appended,
                        records.version(2, "{}", Set.of(texts.iterator().next())));
        ProfileRecord changed = records.changed(appended, Traits.of(appended));
        Deprecation why = Deprecation.builder()
                .reason(Deprecation.Reason.DEFECT)
                .note("Restarts on every change.")
                .addReferences("https://example.org/1")
                .at(Records.LATER)
                .by("bob")
                .build();
        return store.profiles().deprecate(2, changed, 1, Optional.of(why));
    }

    private static SuggestionRecord suggestion(Records records, ProfileRecord profile, Digest text) {
        return SuggestionRecord.builder()
                .id(new SuggestionId(records.nextId()))
                .owner(profile.organisation())
                .profileId(profile.id())
                .organisation("initech")
                .revision(1)
                .status(SuggestionStatus.SUBMITTED)
                .createdAt(Records.NOW)
                .createdBy("carol")
                .updatedAt(Records.LATER)
                .updatedBy("carol")
                .document("Two replicas are too few.")
                .proposal(HardTexts.DOCUMENT)
                .addContents(text)
                .build();
    }

    /** A profile that is gone leaves its history and its answer. */
    private static void deleted(StackProfileStore store, Records records, String organisation) {
        ProfileRecord profile = records.profile(Traits.of(organisation, "gone").description("gone too"));
        store.profiles().create("gone", profile, records.version(1));
        store.profiles().delete(1, records.changed(profile, Traits.of(profile)));
    }

    /** Requires that the roles of both stores answer alike about {@code items}, and that sweeps take the same. */
    static void assertReadAlike(StackProfileStore expected, StackProfileStore actual, List<StoredItem> items) {
        for (StoredItem item : items) {
            if (item instanceof StoredItem.Profile restored) {
                assertProfileAlike(expected, actual, restored.profile());
            } else if (item instanceof StoredItem.Instance instance) {
                assertEquals(
                        expected.instantiations()
                                .findByDraft(
                                        instance.organisation(),
                                        instance.instance().draftId()),
                        actual.instantiations()
                                .findByDraft(
                                        instance.organisation(),
                                        instance.instance().draftId()),
                        "[SA-3] the instance of a draft");
            }
        }
        for (String organisation : List.of(ACME, GLOBEX)) {
            assertEquals(
                    expected.contents().sweep(organisation, Records.LATER.plus(Duration.ofDays(2))),
                    actual.contents().sweep(organisation, Records.LATER.plus(Duration.ofDays(2))),
                    "[SA-3] a sweep takes what nothing refers to, and only that");
        }
    }

    private static void assertProfileAlike(
            StackProfileStore expected, StackProfileStore actual, ProfileRecord profile) {
        String organisation = profile.organisation();
        assertEquals(
                expected.profiles().find(organisation, ProfileKey.of(profile.name())),
                actual.profiles().find(organisation, ProfileKey.of(profile.name())),
                "[SA-3] a profile by its name");
        assertEquals(
                expected.profiles().versions(organisation, profile.id()),
                actual.profiles().versions(organisation, profile.id()),
                "[SA-3] the headers of a profile's versions");
        assertEquals(
                expected.history()
                        .page(organisation, profile.id(), PageRequest.first())
                        .items(),
                actual.history()
                        .page(organisation, profile.id(), PageRequest.first())
                        .items(),
                "[SA-3] a profile's history");
        for (ProfileFilter filter : List.of(
                ProfileFilter.builder().organisation(organisation).tag("base").build(),
                ProfileFilter.builder().visibility(Visibility.PUBLIC).build(),
                ProfileFilter.builder().sharedWith("initech").build(),
                ProfileFilter.builder()
                        .organisation(organisation)
                        .namePrefix("プラ")
                        .build())) {
            assertEquals(
                    expected.catalogue().page(filter, PageRequest.first()).items(),
                    actual.catalogue().page(filter, PageRequest.first()).items(),
                    "[SA-3] the listing of " + filter);
        }
        for (int below = 1; below <= 3; below++) {
            assertEquals(
                    expected.instantiations().outdatedCount(organisation, profile.id(), below),
                    actual.instantiations().outdatedCount(organisation, profile.id(), below),
                    "[SA-3] the count of instances below " + below);
        }
        assertEquals(
                expected.instantiations().instanceCount(profile.id()),
                actual.instantiations().instanceCount(profile.id()),
                "[SA-3] the count of instances");
        assertEquals(
                expected.instantiations()
                        .page(organisation, profile.id(), OptionalInt.of(2), PageRequest.first())
                        .items(),
                actual.instantiations()
                        .page(organisation, profile.id(), OptionalInt.of(2), PageRequest.first())
                        .items(),
                "[SA-3] the listing of instances below 2");
        assertEquals(
                expected.suggestions()
                        .received(organisation, profile.id(), PageRequest.first())
                        .items(),
                actual.suggestions()
                        .received(organisation, profile.id(), PageRequest.first())
                        .items(),
                "[SA-3] the suggestions received");
    }
}

package io.stackprofile.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import io.stackprofile.Digest;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.spi.store.DraftRecord;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.ProfileKey;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.spi.store.SuggestionRecord;
import io.stackprofile.testkit.TextDigest;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What a store's author supplies to {@link WholeStoreContract} beyond an empty store, and one life its tests write. */
public abstract class StoreLife extends ProfileSteps {

    /** An organisation that is no party to what the tests write. */
    static final String HOOLI = "hooli";

    /** Every text of a record that no failure may repeat. */
    static final String CANARY = "Vq7-canary-Lm3-of-a-record";

    /** For {@link WholeStoreContract}. */
    StoreLife() {}

    /**
     * The store that {@link #openStore} gave last, opened again over the same medium; empty where nothing outlives a
     * store, such as in memory, and then the tests of [ST-5] and [ST-6] are skipped.
     */
    protected Optional<StackProfileStore> reopenStore() {
        return Optional.empty();
    }

    /**
     * A second store over the medium of the one {@link #openStore} gave last, while that is open; empty where one store
     * at a time may be open, and then the tests of [ST-6] are skipped.
     */
    protected Optional<StackProfileStore> openBeside() {
        return reopenStore();
    }

    final StackProfileStore reopened(String clause) {
        return reopenStore()
                .orElseGet(() -> abort(clause + " is not proved: reopenStore() gives no store, as for one that lives in"
                        + " memory; override it where a medium outlives the store"));
    }

    final StackProfileStore beside(String clause) {
        return openBeside()
                .orElseGet(() -> abort(clause + " is not proved: openBeside() gives no store; override it, or"
                        + " reopenStore(), where a medium can be opened twice at once"));
    }

    /** One record of every role: a profile of two versions, a draft, a suggestion, an instance and their texts. */
    record Written(
            ProfileRecord profile, DraftRecord draft, SuggestionRecord suggestion, InstantiationRecord instance) {}

    final Written write(String organisation, String name) {
        Digest text = keep(organisation, "text of " + name + ": " + CANARY + "\n");
        ProfileRecord profile =
                append(create(Traits.of(organisation, name).tags(CANARY).category(CANARY)));
        DraftRecord draft =
                records.draft(organisation, records.nextId(), "{\"draft\": \"" + CANARY + "\"}", Set.of(text));
        store().drafts().create(draft);
        SuggestionRecord suggestion = records.suggestion(organisation, GLOBEX, profile.id(), CANARY);
        store().suggestions().create(suggestion);
        InstantiationRecord instance = records.instance(
                organisation, records.nextId(), profile.id(), 1, InstantiationStatus.DEPLOYED, CANARY, Set.of(text));
        store().instantiations().create(instance);
        return new Written(profile, draft, suggestion, instance);
    }

    /** A second suggestion to and a second instance of the same profile, so that their listings have two entries. */
    final void writeAgain(Written written) {
        String organisation = written.profile().organisation();
        store().suggestions()
                .create(records.suggestion(
                        organisation, GLOBEX, written.profile().id(), CANARY));
        store().instantiations()
                .create(records.instance(organisation, written.profile().id(), 1, InstantiationStatus.DEPLOYED));
    }

    /** Everything a store gives of what was written, to be compared. */
    static Map<String, Object> read(StackProfileStore store, Written written) {
        String organisation = written.profile().organisation();
        ProfileId id = written.profile().id();
        Digest text = TextDigest.of("text of " + written.profile().name() + ": " + CANARY + "\n");
        return Map.of(
                "the profile", store.profiles().find(organisation, key(written)),
                "its versions", store.profiles().versions(organisation, id),
                "its second version", store.profiles().version(organisation, id, 2),
                "its history",
                        store.history()
                                .page(organisation, id, PageRequest.first(100))
                                .items(),
                "its text", store.contents().getAll(organisation, Set.of(text)),
                "the draft", store.drafts().find(organisation, written.draft().id()),
                "the suggestion",
                        store.suggestions()
                                .find(organisation, written.suggestion().id()),
                "the instance",
                        store.instantiations()
                                .find(organisation, written.instance().id()),
                "its count", store.instantiations().outdatedCount(organisation, id, 9),
                "its page",
                        store.instantiations()
                                .page(organisation, id, OptionalInt.of(9), PageRequest.first(100))
                                .items());
    }

    private static ProfileKey key(Written written) {
        return ProfileKey.of(written.profile().name());
    }

    static void assertSame(Map<String, Object> expected, Map<String, Object> actual, String check) {
        expected.forEach((what, value) -> assertEquals(value, actual.get(what), check + " (" + what + ")"));
    }
}

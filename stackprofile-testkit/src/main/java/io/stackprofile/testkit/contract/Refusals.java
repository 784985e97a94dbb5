package io.stackprofile.testkit.contract;

import io.stackprofile.PageRequest;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.spi.store.DraftRecord;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.spi.store.VersionRecord;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every way to be refused, with texts in what is handed over that no refusal may repeat. */
final class Refusals {

    /**
     * One call that must be refused.
     *
     * @param what what is wrong with it, in words
     * @param code the code of the refusal
     * @param call the call
     */
    record Refused(String what, ErrorCode code, Runnable call) {}

    private final StackProfileStore store;
    private final Records records;
    private final StoreLife.Written written;

    private Refusals(StackProfileStore store, Records records, StoreLife.Written written) {
        this.store = store;
        this.records = records;
        this.written = written;
    }

    static List<Refused> of(StackProfileStore store, Records records, StoreLife.Written written) {
        Refusals refusals = new Refusals(store, records, written);
        return List.of(
                refusals.takenName(),
                refusals.staleAppend(),
                refusals.staleUpdate(),
                refusals.staleDeprecation(),
                refusals.staleDelete(),
                refusals.missingProfile(),
                refusals.takenDraft(),
                refusals.staleDraft(),
                refusals.missingDraft(),
                refusals.takenSuggestion(),
                refusals.staleSuggestion(),
                refusals.takenInstance(),
                refusals.staleInstance(),
                refusals.staleInstanceDelete(),
                refusals.foreignToken());
    }

    private static Refused stale(String what, Runnable call) {
        return new Refused(what, ErrorCode.STALE_REVISION, call);
    }

    private ProfileRecord profile() {
        return written.profile();
    }

    /** The revision after the one before the last: whoever read that is late. */
    private ProfileRecord late() {
        return Copies.withRevision(profile(), profile().revision());
    }

    private VersionRecord version(int number) {
        return records.version(number, "{\"text\": \"" + StoreLife.CANARY + "\"}", Set.of());
    }

    private Refused takenName() {
        ProfileRecord again = records.profile(Traits.of(profile()));
        return new Refused(
                "a create of a taken name",
                ErrorCode.NAME_TAKEN,
                () -> store.profiles().create("another-key", again, version(1)));
    }

    private Refused staleAppend() {
        return stale(
                "an append on a stale revision",
                () -> store.profiles().append("late-key", profile().revision() - 1, late(), version(2)));
    }

    private Refused staleUpdate() {
        return stale(
                "an update on a stale revision",
                () -> store.profiles().update(profile().revision() - 1, late()));
    }

    private Refused staleDeprecation() {
        return stale(
                "a deprecation on a stale revision",
                () -> store.profiles().deprecate(profile().revision() - 1, late(), 1, Optional.empty()));
    }

    private Refused staleDelete() {
        return stale(
                "a deletion on a stale revision",
                () -> store.profiles().delete(profile().revision() - 1, late()));
    }

    private Refused missingProfile() {
        ProfileRecord never = records.profile(Traits.of(profile()).name("never"));
        ProfileRecord changed = records.changed(never, Traits.of(never));
        return new Refused(
                "an update of a missing profile",
                ErrorCode.NOT_FOUND,
                () -> store.profiles().update(1, changed));
    }

    private Refused takenDraft() {
        return stale("a create of a draft that is there", () -> store.drafts().create(written.draft()));
    }

    private Refused staleDraft() {
        DraftRecord late = records.changed(
                records.changed(written.draft(), "", Set.of()), "{\"late\": \"" + StoreLife.CANARY + "\"}", Set.of());
        return stale(
                "an update of a draft on a stale revision", () -> store.drafts().update(2, late));
    }

    private Refused missingDraft() {
        DraftRecord never = records.changed(
                records.draft(profile().organisation()), "{\"never\": \"" + StoreLife.CANARY + "\"}", Set.of());
        return new Refused(
                "an update of a missing draft",
                ErrorCode.NOT_FOUND,
                () -> store.drafts().update(1, never));
    }

    private Refused takenSuggestion() {
        return stale(
                "a create of a suggestion that is there",
                () -> store.suggestions().create(written.suggestion()));
    }

    private Refused staleSuggestion() {
        var late = records.rejected(records.rejected(written.suggestion()));
        return stale(
                "an update of a suggestion on a stale revision",
                () -> store.suggestions().update(2, late));
    }

    private Refused takenInstance() {
        return stale(
                "a create of an instance that is there",
                () -> store.instantiations().create(written.instance()));
    }

    private Refused staleInstance() {
        InstantiationRecord given = written.instance();
        InstantiationRecord late = records.changed(records.changed(given, 1, given.status()), 2, given.status());
        return stale(
                "an update of an instance on a stale revision",
                () -> store.instantiations().update(2, late));
    }

    private Refused staleInstanceDelete() {
        InstantiationRecord given = written.instance();
        return stale(
                "a deletion of an instance on a stale revision",
                () -> store.instantiations().delete(given.organisation(), given.id(), 2));
    }

    private Refused foreignToken() {
        PageRequest request = PageRequest.first().at(StoreLife.CANARY);
        return new Refused(
                "a token that never was one",
                ErrorCode.INVALID_REQUEST,
                () -> store.drafts().page(profile().organisation(), request));
    }
}

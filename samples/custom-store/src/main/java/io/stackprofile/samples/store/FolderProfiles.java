package io.stackprofile.samples.store;

import io.stackprofile.ProfileId;
import io.stackprofile.profile.Deprecation;
import io.stackprofile.spi.store.ProfileKey;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.ProfileStore;
import io.stackprofile.spi.store.VersionHeader;
import io.stackprofile.spi.store.VersionRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Profiles and versions. Each method is one transaction, with the entry of history and the answer to the request. */
final class FolderProfiles implements ProfileStore {

    private final Ledger ledger;

    FolderProfiles(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public ProfileRecord create(String requestKey, ProfileRecord profile, VersionRecord first) {
        return ledger.write(transaction -> answered(transaction.state(), profile, requestKey)
                .orElseGet(() -> {
                    Refusals.require(profile.revision() == 1, "a new profile has revision 1");
                    Refusals.require(
                            first.header().number() == 1 && profile.latestVersion() == 1,
                            "a new profile's version has number 1");
                    requireFree(transaction.state(), profile);
                    if (transaction
                            .state()
                            .profiles()
                            .find(profile.id().value())
                            .isPresent()) {
                        throw Refusals.exists("profile " + profile.id());
                    }
                    return keep(transaction, requestKey, profile, first);
                }));
    }

    @Override
    public ProfileRecord append(
            String requestKey, long expectedRevision, ProfileRecord changed, VersionRecord version) {
        return ledger.write(transaction -> answered(transaction.state(), changed, requestKey)
                .orElseGet(() -> {
                    ProfileRow current = current(transaction.state(), changed, expectedRevision);
                    int number = version.header().number();
                    Refusals.requireRevision(
                            "the next version of profile " + changed.id(), number, current.latestVersion() + 1L);
                    Refusals.require(changed.latestVersion() == number, "latestVersion is the new version's number");
                    return keep(transaction, requestKey, changed, version);
                }));
    }

    @Override
    public ProfileRecord update(long expectedRevision, ProfileRecord changed) {
        return ledger.write(transaction -> {
            current(transaction.state(), changed, expectedRevision);
            return put(transaction, changed);
        });
    }

    @Override
    public ProfileRecord deprecate(
            long expectedRevision, ProfileRecord changed, int version, Optional<Deprecation> deprecation) {
        return ledger.write(transaction -> {
            State state = transaction.state();
            current(state, changed, expectedRevision);
            Key key = VersionRow.key(changed.organisation(), changed.id().value(), version);
            VersionRow row = state.find(key, VersionRow.class)
                    .orElseThrow(() -> Refusals.missing("version " + version + " of profile " + changed.id()));
            transaction.put(row.deprecated(deprecation), state.body(key));
            return put(transaction, changed);
        });
    }

    @Override
    public void delete(long expectedRevision, ProfileRecord last) {
        ledger.write(transaction -> {
            State state = transaction.state();
            ProfileRow current = current(state, last, expectedRevision);
            transaction.remove(current.key());
            state.keys(Kind.VERSION, current.organisation(), current.id()).forEach(transaction::remove);
            for (UUID suggestion : state.listings().ids(Listings.received(current.organisation(), current.id()))) {
                transaction.remove(SuggestionRow.key(suggestion));
            }
            state.profiles().answers(current.id()).forEach(answer -> forget(transaction, answer));
            transaction.put(HistoryRow.of(last));
            return last;
        });
    }

    @Override
    public Optional<ProfileRecord> find(String organisation, ProfileKey key) {
        return ledger.read(state -> (key instanceof ProfileKey.ById byId
                        ? state.profiles().find(organisation, byId.id().value())
                        : state.profiles().find(organisation, ((ProfileKey.ByName) key).name()))
                .map(ProfileRow::record));
    }

    @Override
    public Optional<VersionRecord> version(String organisation, ProfileId id, int number) {
        Key key = VersionRow.key(organisation, id.value(), number);
        return ledger.read(
                state -> state.find(key, VersionRow.class).map(row -> row.record(Texts.text(state.body(key)))));
    }

    @Override
    public List<VersionHeader> versions(String organisation, ProfileId id) {
        return ledger.read(state -> {
            int latest = state.profiles()
                    .find(organisation, id.value())
                    .map(ProfileRow::latestVersion)
                    .orElse(0);
            List<VersionHeader> headers = new ArrayList<>(latest);
            for (int number = latest; number >= 1; number--) {
                state.find(VersionRow.key(organisation, id.value(), number), VersionRow.class)
                        .map(VersionRow::header)
                        .ifPresent(headers::add);
            }
            return List.copyOf(headers);
        });
    }

    private static Optional<ProfileRecord> answered(State state, ProfileRecord profile, String requestKey) {
        return state.find(AnswerRow.key(profile.organisation(), requestKey), AnswerRow.class)
                .map(answer -> answer.profile().record());
    }

    /** The profile on the expected revision, when what it becomes is the next one and its name is free. */
    private static ProfileRow current(State state, ProfileRecord changed, long expectedRevision) {
        ProfileRow current = state.profiles()
                .find(changed.organisation(), changed.id().value())
                .orElseThrow(() -> Refusals.missing("profile " + changed.id()));
        Refusals.requireRevision("profile " + changed.id(), expectedRevision, current.revision());
        Refusals.require(changed.revision() == expectedRevision + 1, "a changed profile carries the next revision");
        requireFree(state, changed);
        return current;
    }

    private static void requireFree(State state, ProfileRecord wanted) {
        Optional<ProfileRow> holder = state.profiles().find(wanted.organisation(), wanted.name());
        if (holder.isPresent() && !holder.get().id().equals(wanted.id().value())) {
            throw Refusals.nameTaken();
        }
    }

    private static ProfileRecord keep(
            Transaction transaction, String requestKey, ProfileRecord profile, VersionRecord version) {
        transaction.put(VersionRow.of(profile, version), Texts.bytes(version.document()));
        transaction.put(new AnswerRow(profile.organisation(), requestKey, ProfileRow.of(profile)));
        return put(transaction, profile);
    }

    private static ProfileRecord put(Transaction transaction, ProfileRecord profile) {
        transaction.put(ProfileRow.of(profile));
        transaction.put(HistoryRow.of(profile));
        return profile;
    }

    private static void forget(Transaction transaction, Key answer) {
        AnswerRow row = transaction.state().find(answer, AnswerRow.class).orElseThrow();
        transaction.put(new AnswerRow(
                row.organisation(), row.requestKey(), row.profile().forgotten()));
    }
}

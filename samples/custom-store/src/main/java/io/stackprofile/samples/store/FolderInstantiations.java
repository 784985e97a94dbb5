package io.stackprofile.samples.store;

import io.stackprofile.InstantiationId;
import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.StackDraftId;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.InstantiationStore;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** Instances. */
final class FolderInstantiations implements InstantiationStore {

    private final Ledger ledger;

    FolderInstantiations(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void create(InstantiationRecord instance) {
        Refusals.require(instance.revision() == 1, "a new instance has revision 1");
        InstanceRow row = InstanceRow.of(instance);
        ledger.write(transaction -> {
            if (transaction.state().find(row.key(), InstanceRow.class).isPresent()) {
                throw Refusals.exists("instance " + instance.id());
            }
            return put(transaction, row, instance);
        });
    }

    @Override
    public void update(long expectedRevision, InstantiationRecord changed) {
        Refusals.require(changed.revision() == expectedRevision + 1, "a changed instance carries the next revision");
        InstanceRow row = InstanceRow.of(changed);
        ledger.write(transaction -> {
            InstanceRow current = transaction
                    .state()
                    .find(row.key(), InstanceRow.class)
                    .orElseThrow(() -> Refusals.missing("instance " + changed.id()));
            Refusals.requireRevision("instance " + changed.id(), expectedRevision, current.revision());
            return put(transaction, row, changed);
        });
    }

    @Override
    public void delete(String organisation, InstantiationId id, long expectedRevision) {
        Key key = key(organisation, id.value());
        ledger.write(transaction -> {
            Optional<InstanceRow> current = transaction.state().find(key, InstanceRow.class);
            current.ifPresent(found -> {
                Refusals.requireRevision("instance " + id, expectedRevision, found.revision());
                transaction.remove(key);
            });
            return current;
        });
    }

    @Override
    public Optional<InstantiationRecord> find(String organisation, InstantiationId id) {
        return ledger.read(state -> find(state, key(organisation, id.value())));
    }

    @Override
    public Optional<InstantiationRecord> findByDraft(String organisation, StackDraftId draft) {
        return ledger.read(state -> state.instances()
                .ofDraft(organisation, draft.value())
                .flatMap(id -> find(state, key(organisation, id))));
    }

    @Override
    public Page<InstantiationRecord> page(
            String organisation, ProfileId profile, OptionalInt below, PageRequest request) {
        List<String> listing = Listings.instances(organisation, profile.value());
        Keyset keyset =
                new Keyset(ledger.store(), List.of("instances", organisation, profile.toString(), below.toString()));
        return ledger.read(state -> keyset.page(
                keyset.from(state.listings().ids(listing), request).iterator(),
                request,
                id -> below.isEmpty() || state.instances().isDeployedBelow(organisation, id, below.getAsInt()),
                id -> find(state, key(organisation, id)).orElseThrow()));
    }

    @Override
    public long outdatedCount(String organisation, ProfileId profile, int below) {
        return ledger.read(state -> state.instances().outdated(organisation, profile.value(), below));
    }

    @Override
    public long instanceCount(ProfileId profile) {
        return ledger.read(state -> state.instances().count(profile.value()));
    }

    /** A draft has one instance. */
    private static InstanceRow put(Transaction transaction, InstanceRow row, InstantiationRecord instance) {
        Optional<UUID> holder = transaction.state().instances().ofDraft(row.organisation(), row.draft());
        if (holder.isPresent() && !holder.get().equals(row.id())) {
            throw Refusals.exists("an instance of draft " + instance.draftId());
        }
        transaction.put(row, Texts.bytes(instance.document()));
        return row;
    }

    private static Key key(String organisation, UUID id) {
        return Key.of(Kind.INSTANCE, organisation, id);
    }

    private static Optional<InstantiationRecord> find(State state, Key key) {
        return state.find(key, InstanceRow.class).map(row -> row.record(Texts.text(state.body(key))));
    }
}

package io.stackprofile.testkit.broken;

import io.stackprofile.Digest;
import io.stackprofile.DraftId;
import io.stackprofile.Page;
import io.stackprofile.spi.store.DraftRecord;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.spi.store.StoreArchive;
import io.stackprofile.spi.store.StoredItem;
import io.stackprofile.testkit.InMemoryStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Mistakes about what refers to a text. */
final class SweepFaults {

    private SweepFaults() {}

    /** A store of which a sweep spares what {@code needed} says of an organisation. */
    private static StackProfileStore sparing(
            StackProfileStore store, Function<String, Set<Digest>> needed, Map<String, Fault> faults) {
        StackProfileStore apart = new InMemoryStore();
        Fault elsewhere = call -> call.method().invoke(apart.contents(), call.args());
        Map<String, Fault> all = new HashMap<>(faults);
        all.put("ContentStore.putAll", elsewhere);
        all.put("ContentStore.getAll", elsewhere);
        all.put("ContentStore.sweep", call -> {
            String organisation = call.arg(0);
            DraftRecord holder = holder(organisation, needed.apply(organisation));
            apart.drafts().create(holder);
            long swept = apart.contents().sweep(organisation, call.arg(1));
            apart.drafts().delete(organisation, holder.id());
            return swept;
        });
        return new BrokenStore(store, all);
    }

    private static DraftRecord holder(String organisation, Set<Digest> contents) {
        return DraftRecord.builder()
                .id(new DraftId(UUID.randomUUID()))
                .organisation(organisation)
                .revision(1)
                .name("holds")
                .createdAt(Instant.EPOCH)
                .createdBy("sweep")
                .updatedAt(Instant.EPOCH)
                .updatedBy("sweep")
                .document("")
                .addAllContents(contents)
                .build();
    }

    private static Set<Digest> ofVersions(StackProfileStore store, String organisation) {
        return referred(store, organisation, item -> item instanceof StoredItem.Version);
    }

    private static Set<Digest> ofOthers(StackProfileStore store, String organisation) {
        return referred(store, organisation, item -> !(item instanceof StoredItem.Version));
    }

    private static Set<Digest> referred(StackProfileStore store, String organisation, Predicate<StoredItem> wanted) {
        Set<Digest> needed = new HashSet<>();
        StoreArchive archive = store.archive().orElseThrow();
        Optional<String> token = Optional.empty();
        do {
            Page<StoredItem> page = archive.read(token);
            page.items().stream()
                    .filter(item -> item.organisation().equals(organisation) && wanted.test(item))
                    .forEach(item -> needed.addAll(contents(item)));
            token = page.next();
        } while (token.isPresent());
        return needed;
    }

    private static Set<Digest> contents(StoredItem item) {
        if (item instanceof StoredItem.Version version) {
            return version.version().contents();
        }
        if (item instanceof StoredItem.Draft draft) {
            return draft.draft().contents();
        }
        return item instanceof StoredItem.Instance instance
                ? instance.instance().contents()
                : Set.of();
    }

    /** Looks at versions, then at drafts: what moved from one to the other in between is in neither. */
    static StackProfileStore roleByRole() {
        StackProfileStore store = new InMemoryStore();
        return sparing(
                store,
                organisation -> {
                    Set<Digest> needed = ofVersions(store, organisation);
                    MomentFaults.dawdle();
                    needed.addAll(ofOthers(store, organisation));
                    return needed;
                },
                Map.of());
    }

    /** References are a set and no count: {@code method} takes those of others along when it lets go of its own. */
    static StackProfileStore firstLetsGo(String method) {
        StackProfileStore store = new InMemoryStore();
        Set<Digest> free = ConcurrentHashMap.newKeySet();
        return sparing(
                store,
                organisation -> {
                    Set<Digest> needed = ofVersions(store, organisation);
                    needed.addAll(ofOthers(store, organisation));
                    needed.removeAll(free);
                    return needed;
                },
                Map.of("DraftStore." + method, lettingGo(store, free::addAll)));
    }

    private static Fault lettingGo(StackProfileStore store, Consumer<Set<Digest>> free) {
        return call -> {
            Optional<DraftRecord> changed =
                    call.arg(1) instanceof DraftRecord draft ? Optional.of(draft) : Optional.empty();
            DraftId id = changed.map(DraftRecord::id).orElseGet(() -> call.arg(1));
            String organisation = changed.map(DraftRecord::organisation).orElseGet(() -> call.arg(0));
            Set<Digest> dropped = new HashSet<>(store.drafts()
                    .find(organisation, id)
                    .map(DraftRecord::contents)
                    .orElse(Set.of()));
            changed.ifPresent(draft -> dropped.removeAll(draft.contents()));
            Object answer = call.proceed();
            free.accept(dropped);
            return answer;
        };
    }

    /** {@code deleteUnchanged} forgets the draft's references: they hold for ever. */
    static StackProfileStore unchangedDraftsHold() {
        StackProfileStore store = new InMemoryStore();
        Set<Digest> held = ConcurrentHashMap.newKeySet();
        return sparing(
                store,
                organisation -> {
                    Set<Digest> needed = ofVersions(store, organisation);
                    needed.addAll(ofOthers(store, organisation));
                    needed.addAll(held);
                    return needed;
                },
                Map.of("DraftStore.deleteUnchanged", lettingGo(store, held::addAll)));
    }
}

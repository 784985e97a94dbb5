package io.stackprofile.testkit.contract;

import io.stackprofile.Digest;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.profile.Deprecation;
import io.stackprofile.spi.store.ContentStore;
import io.stackprofile.spi.store.DraftRecord;
import io.stackprofile.spi.store.DraftStore;
import io.stackprofile.spi.store.HistoryStore;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.InstantiationStore;
import io.stackprofile.spi.store.ProfileCatalogue;
import io.stackprofile.spi.store.ProfileFilter;
import io.stackprofile.spi.store.ProfileKey;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.ProfileStore;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.spi.store.SuggestionRecord;
import io.stackprofile.spi.store.SuggestionStore;
import io.stackprofile.testkit.TextDigest;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Every method of every role, called by an organisation on the records of one life. */
final class StoreCalls {

    private static final List<Class<?>> ROLES = List.of(
            ProfileStore.class,
            ProfileCatalogue.class,
            HistoryStore.class,
            ContentStore.class,
            DraftStore.class,
            SuggestionStore.class,
            InstantiationStore.class);

    /**
     * One method, called.
     *
     * @param method its role and name
     * @param own what it may give of the caller's own: the record it was handed, if any
     * @param call gives the answer; a method without one gives an empty {@link Optional}
     */
    record Named(String method, Optional<?> own, Supplier<Object> call) {}

    private final StackProfileStore store;
    private final Records records;
    private final StoreLife.Written written;
    private final String caller;
    private final List<Named> calls = new ArrayList<>();

    private StoreCalls(StackProfileStore store, Records records, StoreLife.Written written, String caller) {
        this.store = store;
        this.records = records;
        this.written = written;
        this.caller = caller;
    }

    /** Every method once, reads before writes, called by {@code caller} with the ids, names and keys of {@code written}. */
    static List<Named> by(String caller, StackProfileStore store, Records records, StoreLife.Written written) {
        StoreCalls calls = new StoreCalls(store, records, written, caller);
        calls.readProfiles();
        calls.readOthers();
        calls.writeProfiles();
        calls.writeDrafts();
        calls.writeSuggestions();
        calls.writeInstances();
        return calls.calls;
    }

    /** Every method the roles have, as {@link Named#method} says it. */
    static Set<String> methods() {
        Set<String> methods = new TreeSet<>();
        for (Class<?> role : ROLES) {
            for (Method method : role.getMethods()) {
                if (!Modifier.isStatic(method.getModifiers())) {
                    methods.add(role.getSimpleName() + "." + method.getName());
                }
            }
        }
        return methods;
    }

    private void reads(String method, Supplier<Object> call) {
        calls.add(new Named(method, Optional.empty(), call));
    }

    private void writes(String method, Runnable call) {
        reads(method, () -> {
            call.run();
            return Optional.empty();
        });
    }

    private void keeps(String method, ProfileRecord own, Supplier<Object> call) {
        calls.add(new Named(method, Optional.of(own), call));
    }

    private ProfileId id() {
        return written.profile().id();
    }

    private void readProfiles() {
        ProfileStore profiles = store.profiles();
        PageRequest first = PageRequest.first();
        ProfileFilter filter = ProfileFilter.builder()
                .organisation(caller)
                .namePrefix("platform")
                .build();
        reads("ProfileStore.find", () -> profiles.find(caller, ProfileKey.of(id())));
        reads("ProfileStore.find", () -> profiles.find(caller, ProfileKey.of("platform")));
        reads("ProfileStore.version", () -> profiles.version(caller, id(), 1));
        reads("ProfileStore.versions", () -> profiles.versions(caller, id()));
        reads("ProfileCatalogue.page", () -> store.catalogue().page(filter, first));
        reads("ProfileCatalogue.count", () -> store.catalogue().count(filter));
        reads("ProfileCatalogue.owner", () -> store.catalogue().owner(id()));
        reads("HistoryStore.page", () -> store.history().page(caller, id(), first));
        reads("HistoryStore.find", () -> store.history().find(caller, id(), 1));
    }

    private void readOthers() {
        PageRequest first = PageRequest.first();
        Set<Digest> texts = written.draft().contents();
        InstantiationStore instances = store.instantiations();
        reads("ContentStore.getAll", () -> store.contents().getAll(caller, texts));
        reads(
                "DraftStore.find",
                () -> store.drafts().find(caller, written.draft().id()));
        reads("DraftStore.page", () -> store.drafts().page(caller, first));
        reads(
                "SuggestionStore.find",
                () -> store.suggestions().find(caller, written.suggestion().id()));
        reads("SuggestionStore.received", () -> store.suggestions().received(caller, id(), first));
        reads("SuggestionStore.sent", () -> store.suggestions().sent(caller, first));
        reads(
                "InstantiationStore.find",
                () -> instances.find(caller, written.instance().id()));
        reads(
                "InstantiationStore.findByDraft",
                () -> instances.findByDraft(caller, written.instance().draftId()));
        reads("InstantiationStore.page", () -> instances.page(caller, id(), OptionalInt.empty(), first));
        reads("InstantiationStore.outdatedCount", () -> instances.outdatedCount(caller, id(), 9));
        reads("InstantiationStore.instanceCount", () -> instances.instanceCount(id()));
    }

    private void writeProfiles() {
        ProfileStore profiles = store.profiles();
        ProfileRecord before = Copies.withOrganisation(written.profile(), caller);
        long at = before.revision();
        ProfileRecord appended = records.appended(before);
        ProfileRecord changed = records.changed(before, Traits.of(before));
        ProfileRecord created = records.profile(id().value(), Traits.of(caller, "platform"));
        String key = "append-" + id() + at;
        Optional<Deprecation> why = Optional.of(Deprecation.builder()
                .reason(Deprecation.Reason.DEFECT)
                .at(Records.LATER)
                .by("bob")
                .build());
        keeps("ProfileStore.append", appended, () -> profiles.append(key, at, appended, records.version(3)));
        keeps("ProfileStore.update", changed, () -> profiles.update(at, changed));
        keeps("ProfileStore.deprecate", changed, () -> profiles.deprecate(at, changed, 1, why));
        writes("ProfileStore.delete", () -> profiles.delete(at, changed));
        keeps("ProfileStore.create", created, () -> profiles.create(key, created, records.version(1)));
    }

    private void writeDrafts() {
        DraftStore drafts = store.drafts();
        DraftRecord created = records.moved(written.draft(), caller);
        DraftRecord changed = records.changed(created, "{}", Set.of());
        Digest text = TextDigest.of("another text\n");
        writes("DraftStore.update", () -> drafts.update(1, changed));
        reads("DraftStore.deleteUnchanged", () -> drafts.deleteUnchanged(caller, created.id(), 1));
        writes("DraftStore.delete", () -> drafts.delete(caller, created.id()));
        writes("DraftStore.create", () -> drafts.create(created));
        reads("ContentStore.sweep", () -> store.contents().sweep(caller, Records.LATER));
        writes(
                "ContentStore.putAll",
                () -> store.contents().putAll(caller, Map.of(text, "another text\n"), Records.LATER));
    }

    private void writeSuggestions() {
        SuggestionRecord given = written.suggestion();
        SuggestionRecord created = records.suggestion(caller, caller, given.id(), id(), 1, "of another");
        SuggestionRecord changed = records.rejected(created);
        writes("SuggestionStore.update", () -> store.suggestions().update(1, changed));
        writes("SuggestionStore.create", () -> store.suggestions().create(created));
    }

    private void writeInstances() {
        InstantiationStore instances = store.instantiations();
        InstantiationRecord given = written.instance();
        InstantiationRecord changed = records.changed(given, caller, 2, given.status(), Set.of());
        InstantiationRecord created = records.instance(
                caller, given.id().value(), id(), 1, given.status(), "{\"of\": \"another\"}", Set.of());
        writes("InstantiationStore.update", () -> instances.update(1, changed));
        writes("InstantiationStore.delete", () -> instances.delete(caller, given.id(), 1));
        writes("InstantiationStore.create", () -> instances.create(created));
    }
}

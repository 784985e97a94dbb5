package io.stackprofile.testkit.broken;

import io.stackprofile.Digest;
import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.InstantiationStore;
import io.stackprofile.spi.store.ProfileFilter;
import io.stackprofile.spi.store.ProfileKey;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.testkit.InMemoryStore;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** Mistakes of what is kept beside a record to find it by, and of what refers to it. */
final class ListingFaults {

    private ListingFaults() {}

    /** A store whose listing has rows of its own, which a change makes of what they were and of the changed profile. */
    private record Rows(
            StackProfileStore listing, Map<ProfileId, ProfileRecord> rows, BinaryOperator<ProfileRecord> asListed) {

        ProfileRecord next(ProfileRecord changed) {
            return Objects.requireNonNull(
                    rows.computeIfPresent(changed.id(), (id, before) -> asListed.apply(before, changed)));
        }

        Object created(Fault.Call call) throws Throwable {
            Object answer = call.proceed();
            ProfileRecord made = call.arg(1);
            rows.put(made.id(), made);
            listing.profiles().create(call.arg(0), made, call.arg(2));
            return answer;
        }

        Object appended(Fault.Call call) throws Throwable {
            Object answer = call.proceed();
            listing.profiles().append(call.arg(0), call.<Long>arg(1), next(call.arg(2)), call.arg(3));
            return answer;
        }

        Object updated(Fault.Call call) throws Throwable {
            Object answer = call.proceed();
            listing.profiles().update(call.<Long>arg(0), next(call.arg(1)));
            return answer;
        }

        Object deleted(Fault.Call call) throws Throwable {
            Object answer = call.proceed();
            listing.profiles().delete(call.<Long>arg(0), call.arg(1));
            return answer;
        }
    }

    private static StackProfileStore listed(BinaryOperator<ProfileRecord> asListed) {
        StackProfileStore store = new InMemoryStore();
        Rows rows = new Rows(new InMemoryStore(), new ConcurrentHashMap<>(), asListed);
        Fault fromRows = call -> call.method().invoke(rows.listing().catalogue(), call.args());
        return new BrokenStore(
                store,
                Map.of(
                        "ProfileStore.create", rows::created,
                        "ProfileStore.append", rows::appended,
                        "ProfileStore.update", rows::updated,
                        "ProfileStore.delete", rows::deleted,
                        "ProfileCatalogue.page", call -> found(store, (Page<?>) fromRows.on(call)),
                        "ProfileCatalogue.count", fromRows));
    }

    /** Rows lead to the records as they are. */
    private static Page<ProfileRecord> found(StackProfileStore store, Page<?> rows) {
        return new Page<>(
                rows.items().stream()
                        .map(ProfileRecord.class::cast)
                        .flatMap(row -> store.profiles().find(row.organisation(), ProfileKey.of(row.id())).stream())
                        .toList(),
                rows.next());
    }

    /** The row of a tag that was removed stays. */
    static StackProfileStore tagsStay() {
        return listed((before, made) -> {
            Set<String> tags = new LinkedHashSet<>(before.tags());
            tags.addAll(made.tags());
            return Copied.with(ProfileRecord.class, made, "tags", List.copyOf(tags));
        });
    }

    /** A reader that is added later has no row. */
    static StackProfileStore laterReadersAreMissing() {
        return listed((before, made) -> Copied.with(
                ProfileRecord.class,
                made,
                "sharedWith",
                made.sharedWith().stream().filter(before.sharedWith()::contains).toList()));
    }

    /** The row's visibility stays the first one. */
    static StackProfileStore visibilityStays() {
        return listed((before, made) -> Copied.with(ProfileRecord.class, made, "visibility", before.visibility()));
    }

    /** A deprecation changes the profile and not the listing's copy. */
    static StackProfileStore deprecationsAreNotListed() {
        Map<ProfileId, ProfileRecord> before = new ConcurrentHashMap<>();
        StackProfileStore store = new InMemoryStore();
        return new BrokenStore(
                store,
                Map.of(
                        "ProfileStore.deprecate",
                                call -> {
                                    ProfileRecord changed = call.arg(1);
                                    store.profiles()
                                            .find(changed.organisation(), ProfileKey.of(changed.id()))
                                            .ifPresent(old -> before.put(changed.id(), old));
                                    return call.proceed();
                                },
                        "ProfileCatalogue.page",
                                call -> {
                                    Page<?> page = (Page<?>) call.proceed();
                                    return new Page<>(
                                            page.items().stream()
                                                    .map(ProfileRecord.class::cast)
                                                    .map(row -> before.getOrDefault(row.id(), row))
                                                    .toList(),
                                            page.next());
                                }));
    }

    /** The second page's statement is another one, which forgot {@code condition}. */
    static Fault secondPageForgets(Function<ProfileFilter, ProfileFilter> condition) {
        Map<String, PageRequest> continued = new ConcurrentHashMap<>();
        return call -> {
            PageRequest request = call.arg(1);
            ProfileFilter filter = call.arg(0);
            PageRequest inner = request.token().map(continued::get).orElse(request);
            if (request.token().isEmpty() || inner == null) {
                Page<?> page = (Page<?>) call.proceed();
                if (page.next().isPresent()) {
                    wide(call, condition.apply(filter), page)
                            .ifPresent(at -> continued.put(page.next().get(), at));
                }
                return page;
            }
            return call.with(condition.apply(filter), inner);
        };
    }

    private static Optional<PageRequest> wide(Fault.Call call, ProfileFilter filter, Page<?> given) throws Throwable {
        ProfileRecord last = (ProfileRecord) given.items().get(given.items().size() - 1);
        PageRequest at = PageRequest.first(1);
        while (true) {
            Page<?> page = (Page<?>) call.with(filter, at);
            if (page.next().isEmpty()) {
                return Optional.empty();
            }
            at = at.at(page.next().get());
            if (((ProfileRecord) page.items().get(0)).id().equals(last.id())) {
                return Optional.of(at);
            }
        }
    }

    /** The token does not say to which profile's listing it belongs. */
    static Fault tokenOfAnyProfile() {
        Map<String, ProfileId> given = new ConcurrentHashMap<>();
        return call -> {
            ProfileId asked = call.arg(1);
            PageRequest request = call.arg(2);
            ProfileId of = request.token().map(given::get).orElse(asked);
            Page<?> page = (Page<?>) call.with(call.arg(0), of == null ? asked : of, request);
            page.next().ifPresent(token -> given.put(token, asked));
            return page;
        };
    }

    /** Looks up each digest that is asked for, and takes a second answer for a mistake. */
    static Fault refuseDoubles() {
        return call -> {
            Collection<Digest> asked = call.arg(1);
            if (new HashSet<>(asked).size() < asked.size()) {
                throw new IllegalStateException("Duplicate key");
            }
            return call.proceed();
        };
    }

    /** An instance is looked up by id alone before it is created: a draft may have two. */
    static StackProfileStore manyInstancesOfADraft() {
        return BrokenStore.with("InstantiationStore.create", call -> {
            InstantiationRecord made = call.arg(0);
            boolean taken = ((InstantiationStore) call.intact())
                    .findByDraft(made.organisation(), made.draftId())
                    .filter(other -> !other.id().equals(made.id()))
                    .isPresent();
            if (taken) {
                return null;
            }
            return call.proceed();
        });
    }
}

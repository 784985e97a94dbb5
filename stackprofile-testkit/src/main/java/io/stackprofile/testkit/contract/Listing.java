package io.stackprofile.testkit.contract;

import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.error.ErrorCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The rules of paging, [PC-1] to [PC-3], for any listing.
 *
 * @param clause the clause to name when a rule is broken
 * @param ids makes ids in order
 * @param add adds an entry of an id
 * @param remove removes an entry
 * @param page the listing
 * @param id an entry's id
 */
record Listing<T>(
        String clause,
        Records ids,
        Consumer<UUID> add,
        Consumer<UUID> remove,
        Function<PageRequest, Page<T>> page,
        Function<T, UUID> id) {

    private static final Comparator<UUID> NEWEST_FIRST =
            Comparator.comparing(UUID::toString).reversed();

    /** Adds entries out of order; gives their ids newest first. */
    List<UUID> fill(int count) {
        List<UUID> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(ids.nextId());
        }
        List<UUID> shuffled = new ArrayList<>(made);
        Collections.shuffle(shuffled, new Random(7));
        shuffled.forEach(add);
        made.sort(NEWEST_FIRST);
        return made;
    }

    /** The ids over all pages from {@code request} on. */
    List<UUID> walk(PageRequest request) {
        List<UUID> seen = new ArrayList<>();
        Optional<PageRequest> at = Optional.of(request);
        while (at.isPresent()) {
            Page<T> current = page.apply(at.get());
            assertTrue(
                    current.items().size() <= request.size(),
                    clause + ": a page has at most as many entries as were asked for");
            seen.addAll(ids(current));
            at = current.next().map(request::at);
            assertTrue(seen.size() < 10_000, clause + ": paging does not come to an end; check the next token");
        }
        return seen;
    }

    private List<UUID> ids(Page<T> of) {
        return of.items().stream().map(id).toList();
    }

    void isNewestFirst() {
        List<UUID> expected = fill(7);
        for (int size : List.of(1, 3, 7, PageRequest.MAX_SIZE)) {
            assertEquals(
                    expected,
                    walk(PageRequest.first(size)),
                    clause + ": entries come newest id first whatever the order they were written in; order by id"
                            + " descending (page size " + size + ")");
        }
    }

    /** Entries come and go between two pages; the page's own last entry goes too. */
    void isStable() {
        List<UUID> before = fill(9);
        Page<T> first = page.apply(PageRequest.first(3));
        add.accept(ids.nextId());
        remove.accept(before.get(0));
        remove.accept(before.get(2));
        remove.accept(before.get(5));
        List<UUID> seen = new ArrayList<>(ids(first));
        seen.addAll(walk(PageRequest.first(3).at(first.next().orElse(""))));
        List<UUID> expected = new ArrayList<>(before);
        expected.remove(5);
        assertEquals(
                expected,
                seen,
                clause + ": entries added or removed between two pages made another one appear twice or not at all;"
                        + " page by the last id given, not by an offset, and do not need that entry to exist");
    }

    /** While another thread adds and removes, what was there throughout appears once. */
    void isStableUnderConcurrentWrites() {
        List<UUID> throughout = fill(30);
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            while (!done.get()) {
                UUID passing = ids.nextId();
                add.accept(passing);
                remove.accept(passing);
            }
        });
        try {
            for (int round = 0; round < 5; round++) {
                List<UUID> seen = walk(PageRequest.first(4));
                assertEquals(
                        new HashSet<>(seen).size(),
                        seen.size(),
                        clause + ": no entry appears twice while others change");
                List<UUID> kept = new ArrayList<>(seen);
                kept.retainAll(throughout);
                assertEquals(throughout, kept, clause + ": an entry that was there throughout is never missed");
            }
        } finally {
            done.set(true);
            await(writer);
        }
    }

    private void await(CompletableFuture<Void> writer) {
        try {
            writer.get();
        } catch (ExecutionException e) {
            throw new AssertionError(clause + ": a write failed while pages were read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    void endsWithoutAToken() {
        Page<T> empty = page.apply(PageRequest.first(3));
        assertEquals(new Page<T>(List.of(), Optional.empty()), empty, clause + ": an empty listing is one last page");
        fill(6);
        Page<T> first = page.apply(PageRequest.first(3));
        assertTrue(first.next().isPresent(), clause + ": a page that is followed by another has a next token");
        Page<T> second = page.apply(PageRequest.first(3).at(first.next().orElseThrow()));
        assertEquals(3, second.items().size(), clause + ": the second page has the rest");
        String check = clause + ": the last page has no next token, even when it is full; look one entry ahead";
        assertEquals(Optional.empty(), second.next(), check);
        assertEquals(Optional.empty(), page.apply(PageRequest.first(6)).next(), check);
    }

    /** A token of this listing is refused by {@code other}, and so is what never was a token. */
    void refusesForeignTokens(String what, Function<PageRequest, Page<T>> other) {
        fill(4);
        String token = page.apply(PageRequest.first(2)).next().orElseThrow();
        assertFails(
                ErrorCode.INVALID_REQUEST,
                () -> other.apply(PageRequest.first(2).at(token)),
                clause + ": a token is refused for " + what + "; put what it lists into the token and compare");
        for (String garbage : List.of("", "not-a-token", "2", token + "x", "'; --", "é")) {
            assertFails(
                    ErrorCode.INVALID_REQUEST,
                    () -> page.apply(PageRequest.first(2).at(garbage)),
                    clause + ": text that is no token is refused with INVALID_REQUEST, not read as a place");
        }
    }
}

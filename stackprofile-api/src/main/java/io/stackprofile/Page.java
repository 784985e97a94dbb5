package io.stackprofile;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a listing.
 *
 * @param items the entries, in the listing's order
 * @param next the token of the page after this one; empty on the last
 * @param <T> what is listed
 */
public record Page<T>(List<T> items, Optional<String> next) {

    /** Copies the items. */
    public Page {
        items = List.copyOf(items);
    }

    /** The same page with each item mapped. */
    public <R> Page<R> map(Function<? super T, ? extends R> mapper) {
        return new Page<>(items.stream().<R>map(mapper).toList(), next);
    }
}

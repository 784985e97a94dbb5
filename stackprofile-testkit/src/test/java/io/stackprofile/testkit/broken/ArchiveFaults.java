package io.stackprofile.testkit.broken;

import io.stackprofile.Page;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.spi.store.StoredItem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Mistakes that stores make when they are copied. */
final class ArchiveFaults {

    private ArchiveFaults() {}

    /** Leaves out what requests were answered. */
    static Fault withoutAnswers() {
        return call -> {
            Page<?> page = (Page<?>) call.proceed();
            return new Page<>(
                    page.items().stream()
                            .filter(item -> !(item instanceof StoredItem.Answer))
                            .toList(),
                    page.next());
        };
    }

    /** Gives what is newest first. */
    static Fault backwards() {
        return call -> {
            Page<?> page = (Page<?>) call.proceed();
            List<Object> items = new ArrayList<>(page.items());
            Collections.reverse(items);
            return new Page<>(items, page.next());
        };
    }

    /** Stores each item on its own. */
    static Fault oneByOne() {
        return call -> {
            for (Object item : call.<List<?>>arg(0)) {
                call.with(List.of(item));
            }
            return null;
        };
    }

    /** Leaves what is there as it is. */
    static Fault onlyOnce() {
        List<Object> there = new ArrayList<>();
        return call -> {
            List<?> fresh = call.<List<?>>arg(0).stream()
                    .filter(item -> there.stream().noneMatch(kept -> kept.getClass() == item.getClass()))
                    .toList();
            call.with(fresh);
            there.addAll(fresh);
            return null;
        };
    }

    /** Starts again when it does not know a token. */
    static Fault anyToken() {
        return call -> {
            try {
                return call.proceed();
            } catch (InvalidContentException unknown) {
                return call.with(Optional.empty());
            }
        };
    }
}

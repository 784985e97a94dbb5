package io.stackprofile.testkit.broken;

import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.error.InvalidContentException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Mistakes that listings make. */
final class PageFaults {

    private PageFaults() {}

    /** Pages by offset. */
    static Fault offsetPages() {
        return call -> {
            int last = call.args().length - 1;
            PageRequest request = call.arg(last);
            Object[] everything = call.args().clone();
            everything[last] = PageRequest.first(PageRequest.MAX_SIZE);
            List<?> all = ((Page<?>) call.with(everything)).items();
            int from = Math.min(request.token().map(Integer::parseInt).orElse(0), all.size());
            int to = Math.min(from + request.size(), all.size());
            return new Page<>(
                    new ArrayList<>(all.subList(from, to)),
                    to < all.size() ? Optional.of(Integer.toString(to)) : Optional.empty());
        };
    }

    /** Takes any token for the first page's when it is not its own. */
    static Fault anyToken() {
        return call -> {
            try {
                return call.proceed();
            } catch (InvalidContentException e) {
                Object[] first = call.args().clone();
                PageRequest request = call.arg(first.length - 1);
                first[first.length - 1] = PageRequest.first(request.size());
                return call.with(first);
            }
        };
    }

    /** Does not look one entry ahead: a full page has a token. */
    static Fault tokenOnFullPages() {
        return call -> {
            PageRequest request = call.arg(call.args().length - 1);
            Page<?> page = (Page<?>) call.proceed();
            boolean full = page.items().size() == request.size() && page.next().isEmpty();
            return full ? new Page<>(page.items(), Optional.of("more")) : page;
        };
    }
}

package io.stackprofile.testkit.contract;

import static org.junit.jupiter.api.Assertions.fail;

import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.spi.store.ProfileFilter;
import io.stackprofile.spi.store.StackProfileStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Calls of a stranger with everything it could know of another organisation: ids, names, request keys, page tokens. */
final class TenantProbes {

    /** What speaks of every organisation, and says no more than its documentation does. */
    private static final Set<String> OVER_ALL = Set.of("ProfileCatalogue.owner", "InstantiationStore.instanceCount");

    /** Stands for a call that may give nothing at all, not even an empty page. */
    private static final Object REFUSED = new Object();

    private static final Set<ErrorCode> REFUSALS =
            Set.of(ErrorCode.NOT_FOUND, ErrorCode.STALE_REVISION, ErrorCode.INVALID_REQUEST);

    /**
     * One call of the stranger.
     *
     * @param method what is called
     * @param own what it may give: the stranger's own record; {@link #REFUSED} when it must be refused
     * @param call the call
     */
    record Probe(String method, Optional<?> own, Supplier<Object> call) {

        /** Requires that the call gives nothing, or is refused as for what does not exist. */
        void assertNothing(String check) {
            try {
                Object answer = call.get();
                boolean harmless = isNothing(answer) && !own.equals(Optional.of(REFUSED));
                if (!harmless && !own.equals(Optional.of(answer))) {
                    fail(check + " (it gave " + answer.getClass().getSimpleName() + ")");
                }
            } catch (StackProfileException refusal) {
                if (!REFUSALS.contains(refusal.code())) {
                    fail(check + " (it was refused with " + refusal.code() + ")", refusal);
                }
            }
        }
    }

    private final StackProfileStore store;
    private final List<StoreCalls.Named> calls;
    private final StoreLife.Written written;

    TenantProbes(StackProfileStore store, Records records, StoreLife.Written written) {
        this.store = store;
        this.written = written;
        this.calls = StoreCalls.by(StoreLife.HOOLI, store, records, written);
    }

    /** Every method that is probed or speaks of every organisation by design. */
    Set<String> methods() {
        Set<String> methods = new TreeSet<>();
        calls.forEach(call -> methods.add(call.method()));
        return methods;
    }

    List<Probe> all() {
        List<Probe> probes = new ArrayList<>(tokens());
        calls.stream()
                .filter(call -> !OVER_ALL.contains(call.method()))
                .forEach(call -> probes.add(new Probe(call.method(), call.own(), call.call())));
        return probes;
    }

    private List<Probe> tokens() {
        String me = StoreLife.HOOLI;
        var profile = written.profile().id();
        PageRequest profiles = second(at -> store.catalogue().page(own(StoreContract.ACME), at));
        PageRequest history = second(at -> store.history().page(StoreContract.ACME, profile, at));
        PageRequest drafts = second(at -> store.drafts().page(StoreContract.ACME, at));
        PageRequest sent = second(at -> store.suggestions().sent(StoreContract.GLOBEX, at));
        PageRequest received = second(at -> store.suggestions().received(StoreContract.ACME, profile, at));
        OptionalInt any = OptionalInt.empty();
        PageRequest instances = second(at -> store.instantiations().page(StoreContract.ACME, profile, any, at));
        return List.of(
                token("ProfileCatalogue.page", () -> store.catalogue().page(own(me), profiles)),
                token("HistoryStore.page", () -> store.history().page(me, profile, history)),
                token("DraftStore.page", () -> store.drafts().page(me, drafts)),
                token("SuggestionStore.sent", () -> store.suggestions().sent(me, sent)),
                token("SuggestionStore.received", () -> store.suggestions().received(me, profile, received)),
                token("InstantiationStore.page", () -> store.instantiations().page(me, profile, any, instances)));
    }

    private static Probe token(String method, Supplier<Object> call) {
        return new Probe(method, Optional.of(REFUSED), call);
    }

    private static ProfileFilter own(String organisation) {
        return ProfileFilter.builder().organisation(organisation).build();
    }

    private interface Listed {
        Page<?> page(PageRequest request);
    }

    private static PageRequest second(Listed listed) {
        PageRequest first = PageRequest.first(1);
        return listed.page(first)
                .next()
                .map(first::at)
                .orElseThrow(() -> new AssertionError("PC-3: a page of one of two entries has a next token"));
    }

    private static boolean isNothing(Object answer) {
        if (answer instanceof Page<?> page) {
            return page.items().isEmpty() && page.next().isEmpty();
        }
        if (answer instanceof Collection<?> many) {
            return many.isEmpty();
        }
        if (answer instanceof Map<?, ?> many) {
            return many.isEmpty();
        }
        return answer.equals(Optional.empty()) || answer.equals(0L) || answer.equals(false);
    }
}

package io.stackprofile.testkit.fault;

import io.stackprofile.Digest;
import io.stackprofile.error.OutcomeUnknownException;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.error.StoreException;
import io.stackprofile.spi.store.ContentStore;
import io.stackprofile.spi.store.DraftStore;
import io.stackprofile.spi.store.HistoryStore;
import io.stackprofile.spi.store.InstantiationStore;
import io.stackprofile.spi.store.ProfileCatalogue;
import io.stackprofile.spi.store.ProfileStore;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.spi.store.StoreArchive;
import io.stackprofile.spi.store.SuggestionStore;
import io.stackprofile.testkit.internal.Intercepted.Call;
import io.stackprofile.testkit.internal.StoreBehind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A store around another that goes wrong by a {@link FaultPlan}, and beside which something happens when a test says so.
 * Without a plan it is the store it is around. Thread-safe. Methods are named by role, as in {@code ProfileStore.append}.
 */
public final class FaultyStore implements StackProfileStore {

    private final StackProfileStore faulty;
    private final Map<String, Runnable> before = new ConcurrentHashMap<>();
    private final Map<String, Runnable> after = new ConcurrentHashMap<>();
    private final Map<List<Object>, Object> answers = new ConcurrentHashMap<>();
    private final List<String> happened = new CopyOnWriteArrayList<>();
    private volatile FaultPlan plan = FaultPlan.none();
    private volatile Duration latency = Duration.ofMillis(5);

    private FaultyStore(StackProfileStore store) {
        this.faulty = new StoreBehind(store, this::between);
    }

    /** Around a store, with no fault yet. */
    public static FaultyStore around(StackProfileStore store) {
        return new FaultyStore(store);
    }

    /** Lets calls go wrong by {@code next} from now on. */
    public FaultyStore plan(FaultPlan next) {
        plan = next;
        return this;
    }

    /** Lets everything go well from now on; what was to happen before or after a call does not. */
    public FaultyStore heal() {
        before.clear();
        after.clear();
        return plan(FaultPlan.none());
    }

    /** How much longer a call takes that goes wrong by {@link StoreFault#LATENCY}; 5 ms at first. */
    public FaultyStore latency(Duration longer) {
        latency = longer;
        return this;
    }

    /** Lets {@code happening} come before the next call of {@code method}; what it throws is the call's outcome. */
    public FaultyStore before(String method, Runnable happening) {
        before.put(method, happening);
        return this;
    }

    /** Lets {@code happening} come after the next call of {@code method}, whose work is done; likewise. */
    public FaultyStore after(String method, Runnable happening) {
        after.put(method, happening);
        return this;
    }

    /** What went wrong so far, in order, as in {@code ProfileStore.append: LOST_ANSWER}. */
    public List<String> happened() {
        return List.copyOf(happened);
    }

    private @Nullable Object between(Call call) throws Throwable {
        String method = call.method().getDeclaringClass().getSimpleName() + "."
                + call.method().getName();
        Optional.ofNullable(before.remove(method)).ifPresent(Runnable::run);
        try {
            Optional<StoreFault> fault = plan.next(method);
            fault.ifPresent(wrong -> happened.add(method + ": " + wrong));
            return fault.isPresent() ? wrong(method, fault.get(), call) : remembered(method, call);
        } finally {
            Optional.ofNullable(after.remove(method)).ifPresent(Runnable::run);
        }
    }

    private @Nullable Object wrong(String method, StoreFault fault, Call call) throws Throwable {
        return switch (fault) {
            case LOST_ANSWER -> lostAnswer(method, call);
            case FAILURE_BEFORE ->
                throw new StoreException("the store was not reached by " + method, "Try again; nothing was changed.");
            case LOST_CALL -> throw new OutcomeUnknownException("no answer came to " + method);
            case DUPLICATE -> twice(call);
            case LATENCY -> late(method, call);
            case STALE_READ -> stale(method, call);
            case TORN_BATCH -> torn(method, call);
        };
    }

    /** A refusal comes back: the store is not in doubt about what it did not do. */
    private static Object lostAnswer(String method, Call call) throws Throwable {
        call.proceed();
        throw new OutcomeUnknownException("the answer to " + method + " was lost");
    }

    private static @Nullable Object twice(Call call) throws Throwable {
        @Nullable Object first = call.proceed();
        try {
            call.proceed();
        } catch (StackProfileException refused) {
            return first;
        }
        return first;
    }

    private @Nullable Object late(String method, Call call) throws Throwable {
        long end = System.nanoTime() + latency.toNanos();
        for (long left = latency.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        return remembered(method, call);
    }

    private @Nullable Object stale(String method, Call call) throws Throwable {
        @Nullable Object earlier = answers.get(asked(method, call));
        return earlier == null ? remembered(method, call) : earlier;
    }

    private @Nullable Object remembered(String method, Call call) throws Throwable {
        @Nullable Object answer = call.proceed();
        if (answer != null && StoreFault.STALE_READ.fits(method)) {
            answers.put(asked(method, call), answer);
        }
        return answer;
    }

    private static List<Object> asked(String method, Call call) {
        List<Object> asked = new ArrayList<>(List.of(call.arguments()));
        asked.add(method);
        return List.copyOf(asked);
    }

    /** Half of the batch is kept: {@link ContentStore#putAll}'s arguments are organisation, contents and time. */
    private static Object torn(String method, Call call) throws Throwable {
        Object[] arguments = call.arguments().clone();
        Map<?, ?> contents = (Map<?, ?>) arguments[1];
        Map<Digest, String> kept = new LinkedHashMap<>();
        contents.forEach((digest, text) -> {
            if (kept.size() < contents.size() / 2) {
                kept.put((Digest) digest, (String) text);
            }
        });
        arguments[1] = kept;
        call.with(arguments);
        throw new OutcomeUnknownException(method + " was cut off");
    }

    @Override
    public ProfileStore profiles() {
        return faulty.profiles();
    }

    @Override
    public ProfileCatalogue catalogue() {
        return faulty.catalogue();
    }

    @Override
    public HistoryStore history() {
        return faulty.history();
    }

    @Override
    public ContentStore contents() {
        return faulty.contents();
    }

    @Override
    public DraftStore drafts() {
        return faulty.drafts();
    }

    @Override
    public SuggestionStore suggestions() {
        return faulty.suggestions();
    }

    @Override
    public InstantiationStore instantiations() {
        return faulty.instantiations();
    }

    @Override
    public Optional<StoreArchive> archive() {
        return faulty.archive();
    }

    @Override
    public void close() {
        faulty.close();
    }
}

package io.stackprofile.testkit.fault;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Says which calls of a store go wrong, and how. Asked before each call; thread-safe. */
@FunctionalInterface
public interface FaultPlan {

    /**
     * What happens to the next call.
     *
     * @param method the role and the method, as in {@code DraftStore.update}
     * @return a fault that fits the method, or empty when the call goes well
     */
    Optional<StoreFault> next(String method);

    /** Nothing goes wrong. */
    static FaultPlan none() {
        return method -> Optional.empty();
    }

    /** The {@code n}th call that can go wrong in this way does, the first one being 0; no other. */
    static FaultPlan nth(int n, StoreFault fault) {
        AtomicInteger calls = new AtomicInteger();
        return method -> fault.fits(method) && calls.getAndIncrement() == n ? Optional.of(fault) : Optional.empty();
    }

    /** Every call of a method, as in {@code DraftStore.update}, goes wrong in this way. */
    static FaultPlan on(String method, StoreFault fault) {
        if (!fault.fits(method)) {
            throw new IllegalArgumentException(method + " cannot go wrong by " + fault);
        }
        return called -> called.equals(method) ? Optional.of(fault) : Optional.empty();
    }

    /**
     * A share of all calls goes wrong, at random but the same for every run of one seed and one order of calls.
     *
     * @param share from 0, none, to 1, all
     * @param faults what may happen, each as likely
     */
    static FaultPlan seeded(long seed, double share, StoreFault... faults) {
        Random random = new Random(seed);
        List<StoreFault> all = List.of(faults);
        return method -> {
            List<StoreFault> fitting =
                    all.stream().filter(fault -> fault.fits(method)).toList();
            synchronized (random) {
                boolean wrong = random.nextDouble() < share && !fitting.isEmpty();
                return wrong ? Optional.of(fitting.get(random.nextInt(fitting.size()))) : Optional.empty();
            }
        };
    }
}

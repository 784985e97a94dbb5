package io.stackprofile.it.load;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * One thread's work: leads lives of its own from their capture through some steps to their end, or leaves them to be gone
 * on with, and in between adds to a life that every thread shares.
 */
public final class Worker implements Runnable {

    private static final int STEPS = 24;
    private static final int SHARED = 4;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    private final Performer performer;
    private final Chooser chooser;
    private final Report report;
    private final Queue<Life> waiting;
    private final Shared shared;
    private final BooleanSupplier goesOn;
    private Life common = new Life("none yet");

    /**
     * One thread.
     *
     * @param thread what no other thread of this or any other process on the store is called
     * @param first its first operation's number
     * @param waiting lives to go on with
     */
    public Worker(
            Performer performer,
            String thread,
            long first,
            long seed,
            Report report,
            Queue<Life> waiting,
            Shared shared,
            BooleanSupplier goesOn) {
        this.performer = performer;
        this.chooser = new Chooser(thread, first, seed);
        this.report = report;
        this.waiting = waiting;
        this.shared = shared;
        this.goesOn = goesOn;
    }

    @Override
    public void run() {
        while (goesOn.getAsBoolean()) {
            Life life = Optional.ofNullable(waiting.poll()).orElseGet(this::born);
            if (lead(life) && chooser.random().nextBoolean()) {
                perform(chooser.death(life), life);
            }
        }
    }

    /** A new life; one that did not come to be has no id. */
    private Life born() {
        Operation birth = chooser.birth();
        Life life = new Life(birth.life());
        perform(birth, life);
        return life;
    }

    /** Whether the life was led to where it may end; one whose state is not known any more is left. */
    private boolean lead(Life life) {
        int steps = chooser.random().nextInt(STEPS);
        for (int step = 0; step < steps && goesOn.getAsBoolean() && life.isUnderWay(); step++) {
            if (chooser.random().nextInt(SHARED) == 0) {
                share();
            } else if (!perform(chooser.next(life), life)) {
                return false;
            }
        }
        return goesOn.getAsBoolean() && life.isUnderWay();
    }

    private void share() {
        Optional<Life> current = shared.current(this::perform);
        if (current.isEmpty()) {
            return;
        }
        if (!common.name.equals(current.get().name)) {
            common = current.get();
        }
        if (!perform(chooser.nextShared(common), common)) {
            common = new Life("given up");
        }
    }

    private boolean perform(Operation operation, Life life) {
        report.begin(operation);
        try {
            Changes changes = performer.perform(operation, life);
            life.apply(operation, changes);
            report.acknowledged(operation, changes);
            return true;
        } catch (StackProfileException failure) {
            report.failed(operation, failure.code());
            if (failure.code() == ErrorCode.STORE_FAILED || failure.code() == ErrorCode.OUTCOME_UNKNOWN) {
                LockSupport.parkNanos(PAUSE);
            }
            return false;
        }
    }
}

package io.stackprofile.it.load;

import java.util.Optional;
import java.util.function.BiPredicate;

/** The life that every thread adds to; another begins when it has grown long. Thread-safe. */
public final class Shared {

    private static final int LONG = 400;

    private final Chooser chooser;
    private Optional<Life> current = Optional.empty();
    private int uses;

    /** One of a process; the parameters are as a worker's. */
    public Shared(String thread, long first, long seed) {
        this.chooser = new Chooser(thread, first, seed);
    }

    /** The life as it began, for a thread to note what it does itself; empty when it could not begin. */
    synchronized Optional<Life> current(BiPredicate<Operation, Life> perform) {
        if (current.isEmpty() || uses >= LONG) {
            Operation birth = chooser.birth();
            Life life = new Life(birth.life());
            current = perform.test(birth, life) ? Optional.of(life) : Optional.empty();
            uses = 0;
        }
        uses++;
        return current.map(Life::copy);
    }
}

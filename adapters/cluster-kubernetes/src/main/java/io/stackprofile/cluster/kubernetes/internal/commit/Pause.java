package io.stackprofile.cluster.kubernetes.internal.commit;

import io.stackprofile.error.CancelledException;
import java.time.Duration;

/** Lets time pass between two looks at something that is not ready yet. */
@FunctionalInterface
public interface Pause {

    /** Waits as a thread does. */
    Pause SLEEPING = duration -> {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancelledException("the thread was interrupted while it waited for the cluster");
        }
    };

    /** Returns when the time has passed. */
    void pause(Duration duration);
}

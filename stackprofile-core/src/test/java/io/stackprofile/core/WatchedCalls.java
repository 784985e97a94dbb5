package io.stackprofile.core;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stackprofile.core.watch.Outlet;
import io.stackprofile.error.StackProfileException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.function.Executable;

/** Makes calls, keeps which they were, and notes what comes out of each. */
final class WatchedCalls {

    private final Outlet outlet;
    private final Set<String> made = new LinkedHashSet<>();

    WatchedCalls(Outlet outlet) {
        this.outlet = outlet;
    }

    /** The operations that were called, such as {@code Profiles.get}. */
    Set<String> made() {
        return made;
    }

    /** Makes a call and notes its result. */
    <T> T make(String operation, Callable<T> call) throws Exception {
        made.add(operation);
        return outlet.note("result", call.call());
    }

    /** Makes a call that gives nothing back. */
    void run(String operation, Runnable call) {
        made.add(operation);
        call.run();
    }

    /** Makes a call that must be refused and notes the failure. */
    void refused(String operation, Executable call) {
        made.add(operation);
        outlet.note("failure", assertThrows(StackProfileException.class, call, operation));
    }
}

package io.stackprofile.core.internal.migrate;

import io.stackprofile.instantiation.LostBinding;
import io.stackprofile.instantiation.LostBinding.Reason;
import io.stackprofile.parameter.MigrationStep;
import java.util.List;

/** Words what gets lost. */
final class Removal {

    private Removal() {}

    static LostBinding removed(String parameter, int version, Trace trace) {
        return new LostBinding(
                parameter,
                version,
                Reason.REMOVED,
                trace.from(),
                "version " + version + " has no parameter " + parameter
                        + ", and says of no other that it takes its place");
    }

    static LostBinding emptySplit(String parameter, int version, Trace trace) {
        return new LostBinding(
                parameter,
                version,
                Reason.REMOVED,
                trace.from(),
                "version " + version + " takes nothing out of the value of " + parameter);
    }

    static LostBinding rolledBack(String parameter, int version, MigrationStep step, Trace trace) {
        return new LostBinding(
                parameter,
                version - 1,
                Reason.ROLLED_BACK,
                trace.from(),
                "version " + version + " made " + parameter + " of " + String.join(", ", step.sources())
                        + ", and no migration is turned around");
    }

    static LostBinding reset(String parameter, int version, List<String> from) {
        return new LostBinding(
                parameter, version, Reason.RESET, from, "parameter " + parameter + " is reset to its default");
    }

    static LostBinding replaced(String parameter, int version, List<String> from) {
        return new LostBinding(
                parameter, version, Reason.REPLACED, from, "an option that is chosen now sets parameter " + parameter);
    }
}

package io.stackprofile.core.internal.migrate;

import io.stackprofile.core.internal.parameter.Before;
import io.stackprofile.core.internal.spelling.NearestName;
import io.stackprofile.error.Finding;
import io.stackprofile.error.Severity;
import io.stackprofile.instantiation.LostBinding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is left of what an instance had when the caller lets some of it go.
 *
 * @param before what is left
 * @param traces where that has been, by parameter
 * @param lost what was let go
 * @param findings names that are none
 */
record Reset(Before before, Map<String, Trace> traces, List<LostBinding> lost, List<Finding> findings) {

    static Reset of(Passage reached, List<String> names) {
        Set<String> known = reached.contract().named().keySet();
        Before before = reached.before();
        Map<String, Trace> traces = new HashMap<>();
        reached.held().forEach((name, had) -> traces.put(name, had.trace()));
        List<LostBinding> lost = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (String name : names) {
            if (!known.contains(name)) {
                findings.add(unknown(name, known));
            }
            Trace gone = traces.remove(name);
            if (gone != null && !gone.from().isEmpty()) {
                lost.add(Removal.reset(name, reached.contract().version(), gone.from()));
            }
            before = before.without(name);
        }
        return new Reset(before, traces, lost, findings);
    }

    Trace trace(String parameter) {
        return traces.getOrDefault(parameter, Trace.NONE);
    }

    private static Finding unknown(String name, Set<String> known) {
        return Finding.builder()
                .severity(Severity.ERROR)
                .code("unknown-parameter")
                .message("there is no parameter " + name + " to reset")
                .hint(NearestName.of(name, known)
                        .map(nearest -> "Did you mean " + nearest + "?")
                        .orElse("Leave it out."))
                .build();
    }
}

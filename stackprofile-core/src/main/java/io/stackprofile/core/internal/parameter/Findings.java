package io.stackprofile.core.internal.parameter;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Finding;
import io.stackprofile.error.ValidationException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects what is wrong with bindings, the first thing for each parameter. */
final class Findings {

    private final Map<String, Finding> byParameter = new HashMap<>();
    private final List<Finding> others = new ArrayList<>();

    void add(String parameter, Finding finding) {
        byParameter.putIfAbsent(parameter, finding);
    }

    void addLast(Finding finding) {
        others.add(finding);
    }

    /** Throws if there is anything, in the order of {@code names}. */
    void refuse(Collection<String> names) {
        List<Finding> all = new ArrayList<>();
        for (String name : names) {
            Finding finding = byParameter.get(name);
            if (finding != null) {
                all.add(finding);
            }
        }
        all.addAll(others);
        if (!all.isEmpty()) {
            throw new ValidationException(
                    ErrorCode.INVALID_BINDING,
                    "the bindings do not fit the parameters",
                    "Mend the bindings; the version's parameters say what they take.",
                    all);
        }
    }
}

package io.stackprofile.core.internal.parameter;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Finding;
import io.stackprofile.error.ValidationException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects what is wrong with bindings: of each parameter, then of names that are none, then of rules between them. */
final class Findings {

    private final Map<String, List<Finding>> byParameter = new HashMap<>();
    private final List<Finding> others = new ArrayList<>();

    /** Adds to a parameter that nothing is known to be wrong with yet; what follows from that is not told. */
    void add(String parameter, Finding finding) {
        byParameter.putIfAbsent(parameter, List.of(finding));
    }

    /** Adds several things at once, to a parameter that nothing is known to be wrong with yet. */
    void addAll(String parameter, List<Finding> findings) {
        byParameter.putIfAbsent(parameter, findings);
    }

    void addLast(Finding finding) {
        others.add(finding);
    }

    /** Whether nothing is wrong with these parameters. */
    boolean areSound(Collection<String> parameters) {
        return parameters.stream().noneMatch(byParameter::containsKey);
    }

    /** Throws if there is anything, in the order of {@code names}. */
    void refuse(Collection<String> names) {
        List<Finding> all = new ArrayList<>();
        names.forEach(name -> all.addAll(byParameter.getOrDefault(name, List.of())));
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

package io.stackprofile.core.internal.parameter;

import io.stackprofile.error.Finding;
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

    /** What is wrong with each parameter. */
    Map<String, List<Finding>> byParameter() {
        return byParameter;
    }

    /** What is wrong besides. */
    List<Finding> others() {
        return others;
    }
}

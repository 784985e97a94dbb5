package io.stackprofile.instantiation;

import io.stackprofile.Names;
import io.stackprofile.parameter.Binding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Requires that a request binds no parameter twice. */
final class BoundOnce {

    private BoundOnce() {}

    static void require(List<Binding> bindings) {
        Set<String> bound = new HashSet<>();
        for (Binding binding : bindings) {
            String name = binding.parameter();
            if (!bound.add(name)) {
                // What is no name may be a value in the wrong place.
                throw new IllegalArgumentException("bindings: "
                        + (Names.isParameter(name) ? "parameter " + name : "a parameter") + " is bound twice");
            }
        }
    }
}

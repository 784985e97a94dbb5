package io.stackprofile.core.internal.migrate;

import io.stackprofile.parameter.Binding;
import java.util.List;

/**
 * Carries bindings along versions, one step at a time: forward through the migration of each version that is reached,
 * backward without. The same input always gives the same result.
 */
final class BindingChain {

    private BindingChain() {}

    /**
     * Carries bindings from the first of {@code versions} to the last.
     *
     * @param versions one or more, their numbers one apart, all up or all down
     * @param bindings what an instance of the first is bound to
     */
    static Passage along(List<VersionContract> versions, List<Binding> bindings) {
        Passage passage = Passage.start(versions.get(0), bindings);
        for (VersionContract next : versions.subList(1, versions.size())) {
            passage = next.version() > passage.contract().version()
                    ? StepForward.of(passage, next)
                    : StepBack.of(passage, next);
        }
        return passage;
    }
}

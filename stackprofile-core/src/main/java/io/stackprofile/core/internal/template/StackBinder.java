package io.stackprofile.core.internal.template;

import io.stackprofile.Limits;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.stack.StackSpec;
import java.util.List;

/** Binds a stack once. */
public final class StackBinder {

    private StackBinder() {}

    /**
     * {@link StackTemplate#compile} and {@link StackTemplate#bind} in one.
     *
     * @throws io.stackprofile.error.InvalidContentException as these do
     */
    public static StackSpec bind(StackSpec spec, List<Parameter> parameters, List<Binding> resolved, Limits limits) {
        return StackTemplate.compile(spec, parameters, limits).bind(resolved);
    }
}

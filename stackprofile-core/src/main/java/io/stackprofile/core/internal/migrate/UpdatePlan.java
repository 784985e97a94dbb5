package io.stackprofile.core.internal.migrate;

import io.stackprofile.core.internal.parameter.BindingResolver;
import io.stackprofile.core.internal.parameter.Given;
import io.stackprofile.core.internal.parameter.Resolution;
import io.stackprofile.error.Finding;
import io.stackprofile.instantiation.LostBinding;
import io.stackprofile.instantiation.ParameterOrigin;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.BindingSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What updating an instance comes to: what it had, carried along the versions, and what the caller gives now.
 *
 * @param bindings one for each parameter, in order; of use when nothing is wrong
 * @param origins where each comes from
 * @param lost what has no place any more
 * @param findings what is wrong besides what is asked
 */
public record UpdatePlan(
        List<Binding> bindings, List<ParameterOrigin> origins, List<LostBinding> lost, List<Finding> findings) {

    /** Copies the lists. */
    public UpdatePlan {
        bindings = List.copyOf(bindings);
        origins = List.copyOf(origins);
        lost = List.copyOf(lost);
        findings = List.copyOf(findings);
    }

    /**
     * Makes the plan.
     *
     * @param versions the instance's, those on the way, and the last, to which {@code resolver} belongs
     * @param bindings what the instance is bound to
     * @param given what is given now
     * @param reset parameters that take their defaults
     */
    public static UpdatePlan of(
            List<VersionContract> versions,
            List<Binding> bindings,
            BindingResolver resolver,
            Given given,
            List<String> reset) {
        Passage reached = BindingChain.along(versions, bindings);
        Reset left = Reset.of(reached, reset);
        Resolution resolution = resolver.assess(given.after(left.before()));
        List<LostBinding> lost = new ArrayList<>(reached.lost());
        lost.addAll(left.lost());
        List<ParameterOrigin> origins = new ArrayList<>();
        for (Binding binding : resolution.bindings()) {
            Trace trace = left.trace(binding.parameter());
            if (binding.source() == BindingSource.OPTION && !trace.from().isEmpty()) {
                lost.add(
                        Removal.replaced(binding.parameter(), reached.contract().version(), trace.from()));
            }
            origins.add(Origins.of(binding, resolution, trace));
        }
        List<Finding> findings = Stream.concat(left.findings().stream(), resolution.others().stream())
                .toList();
        return new UpdatePlan(resolution.bindings(), origins, lost, findings);
    }

    /** Everything that is wrong or asked, in the order of the parameters. */
    public List<Finding> open() {
        return Stream.concat(origins.stream().flatMap(origin -> origin.findings().stream()), findings.stream())
                .toList();
    }
}

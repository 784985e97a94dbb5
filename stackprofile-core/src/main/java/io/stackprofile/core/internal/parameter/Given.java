package io.stackprofile.core.internal.parameter;

import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.ParameterSet;
import io.stackprofile.parameter.SecretRef;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a caller gives to fill parameters with, and what the host adds.
 *
 * @param bindings what is bound explicitly; bindings of other sources count as not given
 * @param set the parameter set
 * @param local the text that an {@code env:} or {@code file:} reference points to, where the host allows it
 * @param generated the reference under which a parameter's generated secret is kept; empty where the host has no vault
 * @param before what the instance had, when it is updated
 */
public record Given(
        List<Binding> bindings,
        Optional<ParameterSet> set,
        Function<SecretRef, Optional<String>> local,
        Function<String, Optional<SecretRef>> generated,
        Before before) {

    /** The scheme of references to generated secrets. */
    public static final String GENERATED = "generated";

    /** Copies the bindings. */
    public Given {
        bindings = List.copyOf(bindings);
    }

    /** Bindings alone, where nothing is read and nothing generated. */
    public static Given of(List<Binding> bindings) {
        return new Given(bindings, Optional.empty(), ref -> Optional.empty(), name -> Optional.empty(), Before.NOTHING);
    }

    /** The same with a parameter set and where its references are read. */
    public Given with(Optional<ParameterSet> others, Function<SecretRef, Optional<String>> reader) {
        return new Given(bindings, others, reader, generated, before);
    }

    /** The same where secrets are generated. */
    public Given generating(Function<String, Optional<SecretRef>> references) {
        return new Given(bindings, set, local, references, before);
    }

    /** The same for an instance that had something before. */
    public Given after(Before earlier) {
        return new Given(bindings, set, local, generated, earlier);
    }
}

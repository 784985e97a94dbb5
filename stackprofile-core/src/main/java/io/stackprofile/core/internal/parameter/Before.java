package io.stackprofile.core.internal.parameter;

import io.stackprofile.error.Finding;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.ParameterValue;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an instance had before it is updated, by the names of the version that it is updated to.
 *
 * @param own values and references that it was given; secrets that were generated keep that source
 * @param defaults what it takes in the place of defaults
 * @param questions what it had and cannot keep: asked, unless it is given now
 */
public record Before(Map<String, Binding> own, Map<String, ParameterValue> defaults, Map<String, Finding> questions) {

    /** A new instance had nothing. */
    public static final Before NOTHING = new Before(Map.of(), Map.of(), Map.of());

    /** Copies the maps. */
    public Before {
        own = new LinkedHashMap<>(own);
        defaults = new LinkedHashMap<>(defaults);
        questions = new LinkedHashMap<>(questions);
    }

    /** The same without what it had for a parameter. */
    public Before without(String parameter) {
        Before less = new Before(own, defaults, questions);
        less.own.remove(parameter);
        less.defaults.remove(parameter);
        less.questions.remove(parameter);
        return less;
    }
}

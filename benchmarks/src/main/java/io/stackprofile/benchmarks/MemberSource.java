package io.stackprofile.benchmarks;

import java.util.Optional;

/**
 * A member as it was, and the parameter that it gets.
 *
 * @param text its text
 * @param place what becomes a parameter, if something does
 * @param parameter the parameter's name, empty without one
 */
record MemberSource(String text, Optional<Place> place, String parameter) {

    /** The text as a template of ours. */
    String ours() {
        return with("${{ parameters." + parameter + " }}");
    }

    /** The text as a template of mustache's, with delimiters that the texts do not have. */
    String mustache() {
        return with(Mustaches.OPEN + "&" + parameter + Mustaches.CLOSE);
    }

    /** The text with OpenShift's placeholders. */
    String openShift() {
        boolean typed = place.isPresent() && place.get().typed();
        return with(typed ? "${{" + parameter + "}}" : "${" + parameter + "}");
    }

    private String with(String token) {
        return place.map(found -> text.substring(0, found.start()) + token + text.substring(found.end()))
                .orElse(text);
    }
}

package io.stackprofile.core.internal.template;

import io.stackprofile.core.internal.spelling.NearestName;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Finding;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.error.Severity;
import java.util.Collection;

/**
 * What is wrong with a placeholder. It repeats names, which are short words; nothing else of the text.
 *
 * @param code the finding's code
 * @param problem what is wrong
 * @param remedy what to do
 */
record TemplateFlaw(String code, String problem, String remedy) {

    private static final int LONGEST_WORD = 63;
    private static final String INVALID = "invalid-placeholder";

    static TemplateFlaw of(Token token, Token.Flaw flaw) {
        return switch (flaw) {
            case UNCLOSED ->
                new TemplateFlaw(
                        INVALID, of(token) + " is not closed", "End it with }} on the line on which it begins.");
            case LINE_BREAK ->
                new TemplateFlaw(INVALID, "a placeholder has a line break in it", "Write it on one line.");
            case BAD_NAME ->
                new TemplateFlaw(
                        INVALID,
                        "a placeholder does not name a parameter",
                        "Write a letter followed by up to 62 letters, digits or underscores after parameters.");
            case MALFORMED ->
                new TemplateFlaw(
                        INVALID,
                        of(token) + " has something other than one filter after the name",
                        "Write ${{ parameters.NAME }} or ${{ parameters.NAME | FILTER }}.");
        };
    }

    static TemplateFlaw unknownParameter(String name, Collection<String> known) {
        String remedy = NearestName.of(name, known)
                .map(nearest -> "Did you mean " + nearest + "?")
                .orElse("Declare the parameter, or write one more $ in front to keep the text as it is.");
        return new TemplateFlaw("unknown-parameter", "there is no parameter " + name, remedy);
    }

    static TemplateFlaw unknownFilter(Token token, String filter) {
        String remedy = NearestName.of(filter, Filter.labels())
                .map(nearest -> "Did you mean " + nearest + "?")
                .orElse("Use one of " + String.join(", ", Filter.labels()) + ".");
        String named = filter.length() <= LONGEST_WORD ? " has the unknown filter " + filter : " has an unknown filter";
        return new TemplateFlaw(INVALID, of(token) + named, remedy);
    }

    static TemplateFlaw typedInText(Token token) {
        return new TemplateFlaw(
                INVALID,
                of(token) + " has the filter typed, but does not stand alone in a plain or quoted value",
                "Remove the filter, or make the placeholder the whole value.");
    }

    static TemplateFlaw secretKey(Token token) {
        return new TemplateFlaw(INVALID, of(token) + " puts a secret into a mapping's key", "Keep secrets to values.");
    }

    static TemplateFlaw secretField(Token token, String field) {
        return new TemplateFlaw(
                INVALID, of(token) + " puts a secret into the member's " + field, "Keep secrets to the member's text.");
    }

    static TemplateFlaw stray() {
        return new TemplateFlaw(
                INVALID, "a placeholder stands in an anchor, a tag or a directive", "Move it into a key or a value.");
    }

    InvalidContentException at(Location location) {
        return new InvalidContentException(ErrorCode.INVALID_PLACEHOLDER, problem, remedy, location);
    }

    Finding finding(Location location) {
        return Finding.builder()
                .severity(Severity.ERROR)
                .code(code)
                .location(location)
                .message(problem)
                .hint(remedy)
                .build();
    }

    private static String of(Token token) {
        boolean named = !token.name().isEmpty() && token.name().length() <= LONGEST_WORD;
        return named ? "the placeholder of parameter " + token.name() : "a placeholder";
    }
}

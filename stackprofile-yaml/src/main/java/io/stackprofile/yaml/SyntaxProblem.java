package io.stackprofile.yaml;

import org.jspecify.annotations.Nullable;

/** Says what the engine found wrong, in words of ours: the engine's own quote the document. */
final class SyntaxProblem {
    static final String UNREADABLE = "this is not YAML";

    // A piece of the engine's message, then what we say for it; the first that fits counts.
    private static final String[][] KNOWN = {
        {"mapping values are not allowed", "a key is not allowed here; is a value with ': ' in it unquoted?"},
        {"could not find expected ':'", "a ':' is missing after this key"},
        {"found duplicate YAML directive", "the %YAML directive stands here twice"},
        {"duplicate tag handle", "a %TAG directive stands here twice"},
        {"found undefined tag handle", "this tag's handle is not declared"},
        {"tab", "a tab stands where only spaces may indent"},
        {"cannot start any token", "a plain value cannot begin with this character; quote it"},
        {"found unexpected end of stream", "a quoted text is not closed"},
        {"found unexpected document separator", "a document marker stands inside a quoted text"},
        {"unknown escape character", "this escape is not known"},
        {"escape sequence", "this escape is not complete"},
        {"expected ',' or ']'", "',' or ']' is missing"},
        {"expected ',' or '}'", "',' or '}' is missing"},
        {"expected <block end>", "this line does not fit the indentation above"},
        {"block sequence entries are not allowed", "a list item is not allowed here"},
        {"expected the node content", "a value is missing here"},
        {"expected '<document start>'", "'---' is missing before this document"},
        {"chomping or indentation", "the header of this block text is wrong"},
        {"comment or a line break", "something stands after a header that should end its line"},
        {"indentation indicator", "the header of this block text is wrong"},
        {"leading empty lines", "a blank line before this block text is indented further than the text"},
        {"alphabetic or numeric character", "a name is missing or wrong here"},
    };

    private SyntaxProblem() {}

    static boolean isTab(@Nullable String problem) {
        return problem != null && problem.contains("(TAB)");
    }

    static String describe(@Nullable String problem) {
        if (problem != null) {
            for (String[] known : KNOWN) {
                if (problem.contains(known[0])) {
                    return known[1];
                }
            }
        }
        return UNREADABLE;
    }
}

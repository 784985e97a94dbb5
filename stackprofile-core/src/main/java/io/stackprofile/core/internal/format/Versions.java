package io.stackprofile.core.internal.format;

import com.google.re2j.Pattern;
import java.util.Arrays;

/** Semantic versions, and ranges of them as Helm reads them (github.com/Masterminds/semver v3). */
final class Versions {

    private static final String NUMBER = "(?:0|[1-9][0-9]*)";
    // semver.org, 9 and 10: a numeric identifier of a pre-release has no leading zero.
    private static final String PRE = "(?:" + NUMBER + "|[0-9]*[A-Za-z-][0-9A-Za-z-]*)";
    private static final String SUFFIX =
            "(?:-" + PRE + "(?:\\." + PRE + ")*)?(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?";
    private static final Pattern VERSION = Pattern.compile(NUMBER + "(?:\\." + NUMBER + "){2}" + SUFFIX);

    // Numbers of a range are read as unsigned 64 bits; leading zeros pass.
    private static final String PART = "(?:[0-9]{1,19}|[xX*])";
    private static final String PARTIAL = "v?" + PART + "(?:\\." + PART + "){0,2}" + SUFFIX;
    private static final String OPERATOR = "(?:=|!=|>|<|>=|=>|<=|=<|~|~>|\\^)?";
    private static final String TERM =
            "(?:" + PARTIAL + "\\s+-\\s+" + PARTIAL + "|" + OPERATOR + "\\s*" + PARTIAL + ")";
    private static final Pattern ALL = Pattern.compile("\\s*" + TERM + "\\s*(?:(?:,\\s*|\\s)" + TERM + "\\s*)*");
    private static final int LONGEST = 1_000;

    private Versions() {}

    static boolean isVersion(String text) {
        return text.length() <= LONGEST && VERSION.matches(text);
    }

    /** Alternatives joined by {@code ||}, each one or more comparisons that must all hold. */
    static boolean isRange(String text) {
        return text.length() <= LONGEST
                && Arrays.stream(text.split("\\|\\|", -1)).allMatch(ALL::matches);
    }
}

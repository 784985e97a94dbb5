package io.stackprofile.yaml;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The timestamps Go's yaml.v2 knows; they matter only under an explicit tag, where any other text is refused. */
final class GoTimestamp {
    private static final Pattern SHAPE = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})"
            + "(?:([Tt ])(\\d{1,2}):(\\d{1,2}):(\\d{1,2})(?:[.,]\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})?)?");

    private GoTimestamp() {}

    static boolean matches(String text) {
        Matcher m = SHAPE.matcher(text);
        if (!m.matches()) {
            return false;
        }
        boolean zoned = m.group(8) != null;
        boolean timed = m.group(4) != null;
        if (timed && zoned == " ".equals(m.group(4))) {
            return false;
        }
        return isDate(m, timed);
    }

    private static boolean isDate(Matcher m, boolean timed) {
        try {
            LocalDateTime.of(
                    number(m, 1),
                    number(m, 2),
                    number(m, 3),
                    timed ? number(m, 5) : 0,
                    timed ? number(m, 6) : 0,
                    timed ? number(m, 7) : 0);
            return true;
        } catch (DateTimeException outOfRange) {
            return false;
        }
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }
}

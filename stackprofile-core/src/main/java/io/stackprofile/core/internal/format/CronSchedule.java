package io.stackprofile.core.internal.format;

import com.google.re2j.Pattern;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Schedules as a Kubernetes CronJob takes them: five fields or a descriptor, as robfig/cron v3 reads them with
 * {@code ParseStandard}; a time zone in the schedule is refused by Kubernetes, which has a field for it.
 */
final class CronSchedule {

    private static final int LONGEST = 1_000;
    private static final List<String> DESCRIPTORS =
            List.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly");
    private static final String EVERY = "@every ";
    private static final Pattern BLANKS = Pattern.compile("[\\t\\n\\v\\f\\r ]+");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{1,9}");
    private static final List<String> MONTHS =
            List.of("", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

    private static final List<Field> FIELDS = List.of(
            new Field(0, 59, List.of()),
            new Field(0, 23, List.of()),
            new Field(1, 31, List.of()),
            new Field(1, 12, MONTHS),
            new Field(0, 6, DAYS));

    private CronSchedule() {}

    static boolean isSchedule(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        if (text.startsWith("@")) {
            return DESCRIPTORS.contains(text)
                    || (text.startsWith(EVERY) && Durations.isDuration(text.substring(EVERY.length())));
        }
        List<String> fields = Arrays.stream(BLANKS.split(text))
                .filter(field -> !field.isEmpty())
                .toList();
        if (fields.size() != FIELDS.size()) {
            return false;
        }
        for (int i = 0; i < FIELDS.size(); i++) {
            if (!FIELDS.get(i).takes(fields.get(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * One field of a schedule.
     *
     * @param least the least number
     * @param most the greatest number
     * @param names what its numbers are called, by number
     */
    private record Field(int least, int most, List<String> names) {

        /** Ranges joined by commas; empty ones between commas are passed over, as robfig/cron does. */
        boolean takes(String field) {
            List<String> ranges = Arrays.stream(field.split(","))
                    .filter(range -> !range.isEmpty())
                    .toList();
            return !ranges.isEmpty() && ranges.stream().allMatch(this::takesRange);
        }

        private boolean takesRange(String range) {
            String[] step = range.split("/", -1);
            if (step.length > 2 || (step.length == 2 && !isStep(step[1]))) {
                return false;
            }
            String[] ends = step[0].split("-", -1);
            if (ends[0].equals("*") || ends[0].equals("?")) {
                return true;
            }
            OptionalInt low = number(ends[0]);
            OptionalInt high = ends.length == 2 ? number(ends[1]) : low;
            return ends.length <= 2
                    && low.isPresent()
                    && high.isPresent()
                    && low.getAsInt() >= least
                    && high.getAsInt() <= most
                    && low.getAsInt() <= high.getAsInt();
        }

        private static boolean isStep(String text) {
            return NUMBER.matches(text) && Integer.parseInt(text) > 0;
        }

        private OptionalInt number(String text) {
            int named = text.isEmpty() ? -1 : names.indexOf(text.toLowerCase(Locale.ROOT));
            if (named >= 0) {
                return OptionalInt.of(named);
            }
            return NUMBER.matches(text) ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
        }
    }
}

package io.stackprofile.core.internal.many;

import io.stackprofile.core.internal.template.Placeholders;
import io.stackprofile.parameter.ParameterValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands between the beginning and the end that texts have in common, no word torn apart. */
final class MiddleText {

    private MiddleText() {}

    /** The part, where something worth keeping stands around it. */
    static Optional<Part> of(List<@Nullable Reading> readings) {
        List<String> texts =
                readings.stream().filter(Objects::nonNull).map(Reading::text).toList();
        String lead = texts.get(0);
        int before = texts.stream().mapToInt(text -> before(lead, text)).min().orElse(0);
        int most = texts.stream().mapToInt(String::length).min().orElse(0) - before;
        int after = Math.min(
                most, texts.stream().mapToInt(text -> after(lead, text)).min().orElse(0));
        while (before > 0 && isWord(lead.charAt(before - 1))) {
            before--;
        }
        while (after > 0 && isWord(lead.charAt(lead.length() - after))) {
            after--;
        }
        int from = before;
        int end = after;
        boolean keeps = (lead.substring(0, from) + lead.substring(lead.length() - end))
                .chars()
                .anyMatch(MiddleText::isWord);
        if (!keeps || from == lead.length() - end) {
            return Optional.empty();
        }
        List<@Nullable ParameterValue> values = new ArrayList<>();
        readings.forEach(reading -> values.add(
                reading == null
                        ? null
                        : ParameterValue.of(Placeholders.unescape(
                                reading.text().substring(from, reading.text().length() - end)))));
        return Optional.of(new Part(from, lead.length() - end, false, "", "", new Vector(false, values)));
    }

    private static int before(String one, String other) {
        int at = 0;
        while (at < one.length() && at < other.length() && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }

    private static int after(String one, String other) {
        int at = 0;
        while (at < one.length()
                && at < other.length()
                && one.charAt(one.length() - 1 - at) == other.charAt(other.length() - 1 - at)) {
            at++;
        }
        return at;
    }

    private static boolean isWord(int c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-';
    }
}

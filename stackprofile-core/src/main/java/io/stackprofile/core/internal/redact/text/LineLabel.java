package io.stackprofile.core.internal.redact.text;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.stackprofile.core.internal.redact.rule.Hit;
import io.stackprofile.core.internal.redact.value.ValueShape;
import java.util.List;

/** What a line calls the value at a place in it: the key before the last equals sign or colon. */
public final class LineLabel {

    private static final int FARTHEST = 400;
    private static final Pattern KEY = Pattern.compile("([A-Za-z_][A-Za-z0-9_.-]{0,60})\\\\?[\"']?[ \\t]*(?:=|:[^/])");
    private static final Pattern HEADER =
            Pattern.compile("(?i)([A-Za-z][A-Za-z0-9-]{2,60})[ \\t]+[\"']?(?:basic|bearer|token|digest)?[ \\t]*$");

    private LineLabel() {}

    /** The hit with the label its line gives it, in front of its own. */
    public static Hit on(String text, Hit hit) {
        int line = Math.max(text.lastIndexOf('\n', Math.max(0, hit.from() - 1)) + 1, hit.from() - FARTHEST);
        if (hit.from() <= line) {
            return hit;
        }
        String before = text.substring(line, hit.from());
        String label = last(KEY, before);
        if (label.isEmpty()) {
            label = last(HEADER, before);
        }
        if (label.isEmpty() || label.length() < 3 || ValueShape.generated(label)) {
            return hit;
        }
        List<String> own = hit.label();
        return hit.labelled(own.isEmpty() ? List.of(label) : List.of(label, own.get(own.size() - 1)));
    }

    private static String last(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        String last = "";
        int at = 0;
        while (at <= text.length() && matcher.find(at)) {
            last = matcher.group(1);
            at = matcher.end(1) + 1;
        }
        return last;
    }
}

package io.stackprofile.core.internal.diff;

import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the difference of two texts as a unified diff that {@code patch} and {@code git apply} take. */
public final class UnifiedText {

    private static final int CONTEXT = 3;
    private static final int HEADER_LINES = 2;
    private static final String NO_LINE_END = "\n\\ No newline at end of file\n";

    private UnifiedText() {}

    /**
     * The diff, with three lines of context; empty when the texts are the same. Lines end at line feeds; a carriage
     * return belongs to its line. Texts too different to align become one replacement, see {@link LineChanges}.
     *
     * @param oldLabel what the first header line says after {@code ---}
     * @param newLabel what the second header line says after {@code +++}
     */
    public static Optional<String> diff(String oldLabel, String newLabel, String oldText, String newText) {
        return written(oldLabel, newLabel, oldText, newText).map(Written::text);
    }

    /**
     * A diff as written.
     *
     * @param text the diff
     * @param replaced whether the texts were too different to align
     */
    record Written(String text, boolean replaced) {}

    /** As {@link #diff}, and whether the texts were too different to align. */
    static Optional<Written> written(String oldLabel, String newLabel, String oldText, String newText) {
        if (oldText.equals(newText)) {
            return Optional.empty();
        }
        List<String> oldLines = lines(oldText);
        List<String> newLines = lines(newText);
        LineChanges changes = LineChanges.between(oldLines, newLines);
        Patch<String> patch = Patch.generate(oldLines, newLines, changes.changes());
        List<String> written = UnifiedDiffUtils.generateUnifiedDiff(oldLabel, newLabel, oldLines, patch, CONTEXT);
        return Optional.of(new Written(join(written), changes.replaced()));
    }

    /** The lines with their line feeds, so that a last line without one differs from the same line with it. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int feed = text.indexOf('\n', from);
            int to = feed < 0 ? text.length() : feed + 1;
            lines.add(text.substring(from, to));
            from = to;
        }
        return lines;
    }

    private static String join(List<String> written) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < written.size(); i++) {
            String line = written.get(i);
            out.append(line);
            if (i < HEADER_LINES || line.startsWith("@@")) {
                out.append('\n');
            } else if (!line.endsWith("\n")) {
                out.append(NO_LINE_END);
            }
        }
        return out.toString();
    }
}

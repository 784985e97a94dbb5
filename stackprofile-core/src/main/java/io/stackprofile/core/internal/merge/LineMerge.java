package io.stackprofile.core.internal.merge;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import io.stackprofile.core.internal.diff.LineChanges;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Joins two changes of a text line by line, where they touch different lines. */
final class LineMerge {

    /** Beyond this, lines are aligned within a bound. */
    private static final int MOST_LINES = 2_000;

    private record Hunk(int start, int end, List<String> lines) {

        boolean meets(Hunk other) {
            boolean samePlace = start == other.start && (start == end || other.start == other.end);
            return samePlace || (start < other.end && other.start < end);
        }
    }

    private LineMerge() {}

    /** The joined text; empty where both sides touch the same lines, differently. */
    static Optional<String> merge(String base, String theirs, String ours) {
        List<String> lines = lines(base);
        List<String> their = lines(theirs);
        List<String> our = lines(ours);
        return hunks(lines, our)
                .flatMap(ourHunks -> hunks(lines, their).flatMap(theirHunks -> joined(ourHunks, theirHunks)))
                .map(hunks -> applied(lines, hunks));
    }

    /** Both sides' changes in order; empty where two of them meet. Each side's are in order and apart from each other. */
    private static Optional<List<Hunk>> joined(List<Hunk> ours, List<Hunk> theirs) {
        List<Hunk> joined = new ArrayList<>(ours);
        int from = 0;
        for (Hunk hunk : theirs) {
            while (from < ours.size() && ours.get(from).end() < hunk.start()) {
                from++;
            }
            boolean same = false;
            for (int i = from; i < ours.size() && ours.get(i).start() <= hunk.end(); i++) {
                same |= ours.get(i).equals(hunk);
                if (!same && ours.get(i).meets(hunk)) {
                    return Optional.empty();
                }
            }
            if (!same) {
                joined.add(hunk);
            }
        }
        joined.sort(Comparator.comparingInt(Hunk::start).thenComparingInt(Hunk::end));
        return Optional.of(joined);
    }

    private static String applied(List<String> lines, List<Hunk> hunks) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (Hunk hunk : hunks) {
            lines.subList(at, hunk.start()).forEach(out::append);
            hunk.lines().forEach(out::append);
            at = hunk.end();
        }
        lines.subList(at, lines.size()).forEach(out::append);
        return out.toString();
    }

    /** The changes, those that touch each other as one; empty when the texts are too large and too different. */
    private static Optional<List<Hunk>> hunks(List<String> before, List<String> after) {
        if (before.size() + after.size() <= 2 * MOST_LINES) {
            return Optional.of(grouped(new MyersDiffWithLinearSpace<String>().computeDiff(before, after, null), after));
        }
        LineChanges aligned = LineChanges.between(before, after);
        return aligned.replaced() ? Optional.empty() : Optional.of(grouped(aligned.changes(), after));
    }

    private static List<Hunk> grouped(List<Change> unordered, List<String> after) {
        List<Hunk> hunks = new ArrayList<>();
        List<Change> changes = new ArrayList<>(unordered);
        changes.sort(Comparator.comparingInt((Change change) -> change.startOriginal)
                .thenComparingInt(change -> change.startRevised));
        int start = -1;
        int end = -1;
        int from = 0;
        int to = 0;
        for (Change change : changes) {
            if (change.startOriginal != end) {
                add(hunks, start, end, after.subList(from, to));
                start = change.startOriginal;
                from = change.startRevised;
            }
            end = change.endOriginal;
            to = change.endRevised;
        }
        add(hunks, start, end, after.subList(from, to));
        return hunks;
    }

    private static void add(List<Hunk> hunks, int start, int end, List<String> lines) {
        if (start >= 0) {
            hunks.add(new Hunk(start, end, List.copyOf(lines)));
        }
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            lines.add(text.substring(from, end + 1));
            from = end + 1;
        }
        if (from < text.length()) {
            lines.add(text.substring(from));
        }
        return lines;
    }
}

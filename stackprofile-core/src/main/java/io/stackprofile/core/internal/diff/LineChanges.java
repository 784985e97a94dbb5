package io.stackprofile.core.internal.diff;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.algorithm.myers.MyersDiff;
import com.github.difflib.patch.DeltaType;
import java.util.List;

/**
 * Aligns the lines of two texts within a bound on time and memory.
 *
 * <p>Equal lines at both ends are set aside. What is left is aligned by Myers' algorithm, whose cost is the square of the
 * number of changed lines. When more than {@value #MOST_LINES} lines are left on one side, or more than
 * {@value #MOST_EDITS} lines turn out to change, it all becomes one replacement: a correct diff, not a short one.
 */
final class LineChanges {

    static final int MOST_LINES = 20_000;
    static final int MOST_EDITS = 1_000;

    private LineChanges() {}

    static List<Change> between(List<String> oldLines, List<String> newLines) {
        int shorter = Math.min(oldLines.size(), newLines.size());
        int head = 0;
        while (head < shorter && oldLines.get(head).equals(newLines.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && oldLines.get(oldLines.size() - 1 - tail).equals(newLines.get(newLines.size() - 1 - tail))) {
            tail++;
        }
        int offset = head;
        return aligned(oldLines.subList(head, oldLines.size() - tail), newLines.subList(head, newLines.size() - tail))
                .stream()
                .map(change -> shifted(change, offset))
                .toList();
    }

    private static List<Change> aligned(List<String> oldLines, List<String> newLines) {
        if (oldLines.isEmpty() || newLines.isEmpty()) {
            return List.of(replacement(oldLines, newLines));
        }
        if (Math.max(oldLines.size(), newLines.size()) > MOST_LINES) {
            return List.of(replacement(oldLines, newLines));
        }
        try {
            return new MyersDiff<String>().computeDiff(oldLines, newLines, new Bound());
        } catch (TooDifferent stopped) {
            return List.of(replacement(oldLines, newLines));
        }
    }

    private static Change replacement(List<String> oldLines, List<String> newLines) {
        DeltaType type =
                oldLines.isEmpty() ? DeltaType.INSERT : newLines.isEmpty() ? DeltaType.DELETE : DeltaType.CHANGE;
        return new Change(type, 0, oldLines.size(), 0, newLines.size());
    }

    private static Change shifted(Change change, int by) {
        return new Change(
                change.deltaType,
                change.startOriginal + by,
                change.endOriginal + by,
                change.startRevised + by,
                change.endRevised + by);
    }

    /** Stops the algorithm from its progress callback: each step allows one changed line more. */
    private static final class Bound implements DiffAlgorithmListener {
        @Override
        public void diffStart() {}

        @Override
        public void diffStep(int edits, int most) {
            if (edits > MOST_EDITS) {
                throw new TooDifferent();
            }
        }

        @Override
        public void diffEnd() {}
    }

    private static final class TooDifferent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooDifferent() {
            super(null, null, false, false);
        }
    }
}

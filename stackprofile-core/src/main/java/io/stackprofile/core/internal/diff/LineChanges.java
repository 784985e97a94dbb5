package io.stackprofile.core.internal.diff;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.algorithm.myers.MyersDiff;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Aligns the lines of two texts within a bound on time and memory.
 *
 * <p>Equal lines at both ends are set aside, and so are lines that only one side has: no alignment can keep them. What is
 * left is aligned by Myers' algorithm, whose cost is the square of the number of changed lines. When more than
 * {@value #MOST_LINES} lines are left on one side, or more than {@value #MOST_EDITS} lines turn out to change, it all
 * becomes one replacement: a correct diff, not a short one.
 *
 * @param changes what changes, in order
 * @param replaced whether the bound was met
 */
public record LineChanges(List<Change> changes, boolean replaced) {

    static final int MOST_LINES = 20_000;
    static final int MOST_EDITS = 1_000;

    /** Aligns two lists of lines. */
    public static LineChanges between(List<String> oldLines, List<String> newLines) {
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
        return aligned(
                head, oldLines.subList(head, oldLines.size() - tail), newLines.subList(head, newLines.size() - tail));
    }

    private static LineChanges aligned(int head, List<String> old, List<String> now) {
        Side left = Side.of(old, now);
        Side right = Side.of(now, old);
        if (Math.max(left.lines().size(), right.lines().size()) > MOST_LINES) {
            return replacement(head, old.size(), now.size());
        }
        try {
            List<Change> shared = left.lines().isEmpty()
                    ? List.of()
                    : new MyersDiff<String>().computeDiff(left.lines(), right.lines(), new Bound());
            return new LineChanges(widened(shared, left, right, head), false);
        } catch (TooDifferent stopped) {
            return replacement(head, old.size(), now.size());
        }
    }

    /**
     * The lines of one side that the other has too.
     *
     * @param lines those lines, in order
     * @param places where each stands among all lines of the side
     * @param size how many lines the side has in all
     */
    private record Side(List<String> lines, List<Integer> places, int size) {

        static Side of(List<String> all, List<String> others) {
            Set<String> there = new HashSet<>(others);
            List<String> lines = new ArrayList<>();
            List<Integer> places = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                if (there.contains(all.get(i))) {
                    lines.add(all.get(i));
                    places.add(i);
                }
            }
            return new Side(lines, places, all.size());
        }

        /** Which of the side's lines are kept, in order. */
        List<Integer> kept(BitSet dropped) {
            List<Integer> kept = new ArrayList<>();
            for (int i = 0; i < places.size(); i++) {
                if (!dropped.get(i)) {
                    kept.add(places.get(i));
                }
            }
            return kept;
        }
    }

    /** The changes of all lines, from those of the lines that both sides have: between two kept lines, all is changed. */
    private static List<Change> widened(List<Change> shared, Side left, Side right, int offset) {
        BitSet removed = new BitSet();
        BitSet added = new BitSet();
        for (Change change : shared) {
            removed.set(change.startOriginal, change.endOriginal);
            added.set(change.startRevised, change.endRevised);
        }
        List<Integer> old = left.kept(removed);
        List<Integer> now = right.kept(added);
        List<Change> changes = new ArrayList<>();
        int oldFrom = 0;
        int newFrom = 0;
        for (int i = 0; i <= old.size(); i++) {
            int oldTo = i < old.size() ? old.get(i) : left.size();
            int newTo = i < now.size() ? now.get(i) : right.size();
            if (oldTo > oldFrom || newTo > newFrom) {
                changes.add(change(offset + oldFrom, offset + oldTo, offset + newFrom, offset + newTo));
            }
            oldFrom = oldTo + 1;
            newFrom = newTo + 1;
        }
        return changes;
    }

    private static LineChanges replacement(int offset, int oldSize, int newSize) {
        return new LineChanges(List.of(change(offset, offset + oldSize, offset, offset + newSize)), true);
    }

    private static Change change(int oldFrom, int oldTo, int newFrom, int newTo) {
        DeltaType type = oldFrom == oldTo ? DeltaType.INSERT : newFrom == newTo ? DeltaType.DELETE : DeltaType.CHANGE;
        return new Change(type, oldFrom, oldTo, newFrom, newTo);
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

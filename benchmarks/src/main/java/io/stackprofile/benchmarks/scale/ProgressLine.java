package io.stackprofile.benchmarks.scale;

import java.util.Locale;

/** How far a long step has come, in one line of the terminal; nothing unless {@code stackprofile.progress} is true. */
final class ProgressLine {

    private static final boolean SHOWN = Boolean.getBoolean("stackprofile.progress");
    private static final int WIDTH = 40;
    private static final long BETWEEN = 200_000_000L;

    private final String step;
    private final long total;
    private final long start = System.nanoTime();
    private long told;

    ProgressLine(String step, long total) {
        this.step = step;
        this.total = total;
    }

    void at(long done) {
        long now = System.nanoTime();
        if (!SHOWN || (now - told < BETWEEN && done < total)) {
            return;
        }
        told = now;
        int filled = (int) (WIDTH * done / Math.max(1, total));
        double seconds = (now - start) / 1e9;
        System.err.printf(
                Locale.ROOT,
                "\r%s [%s%s] %3d %% %,.0f/s",
                step,
                "#".repeat(filled),
                " ".repeat(WIDTH - filled),
                100 * done / Math.max(1, total),
                done / Math.max(seconds, 1e-3));
        if (done >= total) {
            System.err.println();
        }
    }
}

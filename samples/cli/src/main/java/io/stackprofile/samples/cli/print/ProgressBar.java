package io.stackprofile.samples.cli.print;

import io.stackprofile.ProgressEvent;
import io.stackprofile.ProgressListener;
import java.io.PrintWriter;

/** Draws a call's progress on one line of a terminal, over and over, and wipes it at the end. */
public final class ProgressBar implements ProgressListener, AutoCloseable {

    private static final int WIDTH = 28;
    private static final long REDRAW_NANOS = 40_000_000L;
    private static final String WIPE = "\r\u001b[K";

    private final PrintWriter terminal;
    private boolean visible;
    private long drawnAt;
    private String step = "";

    /** Draws on {@code terminal}. */
    public ProgressBar(PrintWriter terminal) {
        this.terminal = terminal;
    }

    @Override
    public void onProgress(ProgressEvent event) {
        long now = System.nanoTime();
        boolean newStep = !event.step().equals(step);
        if (visible && !newStep && now - drawnAt < REDRAW_NANOS) {
            return;
        }
        step = event.step();
        drawnAt = now;
        visible = true;
        terminal.print(WIPE + line(event));
        terminal.flush();
    }

    static String line(ProgressEvent event) {
        int total = Math.max(event.total(), 1);
        int done = Math.min(Math.max(event.done(), 0), total);
        int filled = (int) ((long) WIDTH * done / total);
        return event.operation() + " [" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + event.step() + " "
                + done + "/" + event.total();
    }

    /** Wipes the bar. */
    @Override
    public void close() {
        if (visible) {
            terminal.print(WIPE);
            terminal.flush();
            visible = false;
        }
    }
}

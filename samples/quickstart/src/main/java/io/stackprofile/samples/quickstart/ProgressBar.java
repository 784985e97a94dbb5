package io.stackprofile.samples.quickstart;

import io.stackprofile.ProgressEvent;
import io.stackprofile.ProgressListener;
import java.io.PrintStream;

/** Draws a call's progress on one line, when somebody watches, and wipes it when the call is done. */
final class ProgressBar implements ProgressListener {

    private static final int WIDTH = 30;
    private static final String WIPE = "\r\u001b[K";

    private final PrintStream terminal;
    private final boolean watched = Boolean.getBoolean("stackprofile.terminal");

    ProgressBar(PrintStream terminal) {
        this.terminal = terminal;
    }

    @Override
    public void onProgress(ProgressEvent event) {
        if (!watched) {
            return;
        }
        boolean finished = event.done() >= event.total();
        int filled = finished ? WIDTH : WIDTH * Math.max(event.done(), 0) / event.total();
        String bar = "#".repeat(filled) + ".".repeat(WIDTH - filled);
        terminal.print(WIPE + (finished ? "" : event.operation() + " [" + bar + "] " + event.step()));
        terminal.flush();
    }
}

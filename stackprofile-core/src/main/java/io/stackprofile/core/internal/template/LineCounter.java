package io.stackprofile.core.internal.template;

/** Tells line and column of offsets into a text, in linear time when they are asked in rising order. */
final class LineCounter {

    private final String text;
    private int lineStart;
    private int line = 1;
    private int at;

    LineCounter(String text) {
        this.text = text;
        restart();
    }

    /** The line of an offset, from 1. */
    int line(int offset) {
        advance(offset);
        return line;
    }

    /** The column of an offset, from 1, in UTF-16 units. */
    int column(int offset) {
        advance(offset);
        return offset - lineStart + 1;
    }

    private void advance(int offset) {
        if (offset < lineStart) {
            restart();
        }
        for (; at < offset; at++) {
            char c = text.charAt(at);
            boolean ends = c == '\n' || (c == '\r' && !text.startsWith("\n", at + 1));
            if (ends) {
                line++;
                lineStart = at + 1;
            }
        }
    }

    private void restart() {
        line = 1;
        // A byte order mark is no column.
        lineStart = text.startsWith("\uFEFF") ? 1 : 0;
        at = lineStart;
    }
}

package io.stackprofile.yaml;

/** Decodes literal and folded text, line by line. */
final class BlockText {
    private final Source source;
    private final String text;
    private final ScalarDecoder out;
    private final int indent;
    private final boolean folded;
    private final int contentEnd;
    private final int length;
    private final IntList emptyLines = new IntList();
    // The break after the last line of content, not yet written because the next line decides what it becomes.
    private int heldFrom = -1;
    private int heldTo;
    private boolean heldFolds;

    BlockText(YamlScalar scalar, ScalarDecoder out) {
        this.source = scalar.source;
        this.text = source.text;
        this.out = out;
        this.indent = scalar.context().blockIndent();
        this.folded = scalar.style() == ScalarStyle.FOLDED;
        this.contentEnd = scalar.origin.end();
        this.length = scalar.text().length();
    }

    void read(int start) {
        int line = source.nextLine(start);
        int header = line;
        while (line < text.length() && out.length() < length) {
            int end = source.lineEnd(line);
            int next = source.nextLine(line);
            int from = Math.min(line + indent, end);
            if (line < contentEnd && from < end) {
                content(from, end, next);
            } else {
                emptyLines.add(line);
                emptyLines.add(next);
                if (line >= contentEnd) {
                    flush(false);
                }
            }
            line = next;
        }
        flush(false);
        out.endAt(Math.max(Math.min(contentEnd, text.length()), Math.min(header, contentEnd)));
    }

    private void content(int from, int end, int next) {
        boolean spaced = text.charAt(from) == ' ' || text.charAt(from) == '\t';
        flush(heldFolds && !spaced);
        out.copy(from, end);
        heldFrom = end;
        heldTo = next;
        heldFolds = folded && !spaced;
    }

    /** Writes the held break and the empty lines after it. */
    private void flush(boolean folds) {
        boolean empty = emptyLines.size() == 0;
        int from = -1;
        if (heldFrom >= 0 && heldTo > heldFrom) {
            if (!folds) {
                write('\n', heldFrom, heldTo);
            } else if (empty) {
                write(' ', heldFrom, heldTo + indent);
            } else {
                from = heldFrom;
            }
        }
        heldFrom = -1;
        for (int i = 0; i < emptyLines.size(); i += 2) {
            write('\n', i == 0 && from >= 0 ? from : emptyLines.get(i), emptyLines.get(i + 1));
        }
        emptyLines.clear();
    }

    private void write(char c, int from, int to) {
        if (out.length() < length && to > from) {
            out.one(c, from, to);
        }
    }
}

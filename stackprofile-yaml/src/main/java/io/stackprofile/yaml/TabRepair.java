package io.stackprofile.yaml;

/**
 * Lets tabs pass that only separate. The engine refuses a tab after {@code key:} and on a blank line, Go's reader takes
 * it; the engine then reads a text of the same length with a blank in its place. A tab that indents stays refused.
 */
final class TabRepair {
    // Each repair reads the text again up to the tab, so the sum is bounded.
    private static final long MOST_CHARS = 20_000_000;

    private final StringBuilder text;
    private String current;
    private long readAgain;

    /** A tab the engine stopped at. */
    static final class Found extends RuntimeException {
        private static final long serialVersionUID = 1L;

        final int offset;
        final YamlException refusal;

        Found(int offset, YamlException refusal) {
            super(null, null, false, false);
            this.offset = offset;
            this.refusal = refusal;
        }
    }

    TabRepair(String text) {
        this.text = new StringBuilder();
        this.current = text;
    }

    String text() {
        return current;
    }

    /** Replaces the tab, or refuses the text. */
    void repair(Found tab) {
        readAgain += tab.offset + 1000L;
        if (!current.startsWith("\t", tab.offset) || !separates(tab.offset) || readAgain > MOST_CHARS) {
            throw tab.refusal;
        }
        if (text.isEmpty()) {
            text.append(current);
        }
        for (int at = tab.offset; at < current.length() && isBlank(at); at++) {
            text.setCharAt(at, ' ');
        }
        current = text.toString();
    }

    private boolean separates(int offset) {
        int before = offset;
        while (before > 0 && isBlank(before - 1)) {
            before--;
        }
        int after = offset;
        while (after < current.length() && isBlank(after)) {
            after++;
        }
        return isBreakOrEdge(before - 1) ? isBreakOrEdge(after) : !endsIndicator(before - 1);
    }

    /** After a dash, a question mark or a line's leading colon more blocks may begin, so a tab would indent them. */
    private boolean endsIndicator(int at) {
        char c = current.charAt(at);
        boolean alone = isBreakOrEdge(at - 1) || isBlank(at - 1);
        return alone && (c == '-' || c == '?' || c == ':');
    }

    private boolean isBlank(int at) {
        return current.charAt(at) == ' ' || current.charAt(at) == '\t';
    }

    private boolean isBreakOrEdge(int at) {
        return at < 0 || at >= current.length() || current.charAt(at) == '\n' || current.charAt(at) == '\r';
    }
}

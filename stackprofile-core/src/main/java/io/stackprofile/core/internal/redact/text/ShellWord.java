package io.stackprofile.core.internal.redact.text;

/**
 * A word of a command line.
 *
 * @param from where it begins, quotes included
 * @param to where it ends, quotes included
 * @param value what it means: inside its quotes where they hold all of it
 * @param name for {@code NAME=value} and {@code --name=value}, the name; else empty
 * @param assigned for those, the value; else the whole word's
 * @param filled whether a variable or command fills in a part of it
 */
record ShellWord(int from, int to, Written value, String name, Written assigned, boolean filled) {

    private static final String NAME_SIGNS = "_-.:/[]+";

    static ShellWord of(String text, int from, int to, boolean filled) {
        Written value = inside(text, from, to);
        int equals = equals(text, value.from(), value.to());
        if (equals < 0) {
            return new ShellWord(from, to, value, "", value, filled);
        }
        String name = text.substring(value.from(), equals).replace("+", "");
        // In "NAME=value" the quotes hold the name too.
        Written assigned =
                value.from() > from ? Written.plain(text, equals + 1, value.to()) : inside(text, equals + 1, to);
        return new ShellWord(from, to, value, name, assigned, filled);
    }

    private static Written inside(String text, int from, int to) {
        boolean ansi = text.startsWith("$'", from) && to - from > 2;
        return Quotes.inside(text, ansi ? from + 1 : from, to, Escapes.BACKSLASH);
    }

    private static int equals(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '=') {
                return i > from ? i : -1;
            }
            if (!Character.isLetterOrDigit(c) && NAME_SIGNS.indexOf(c) < 0) {
                return -1;
            }
        }
        return -1;
    }

    String text() {
        return value.text();
    }

    boolean isFlag() {
        return text().length() > 1 && text().charAt(0) == '-';
    }

    boolean isAssignment() {
        return !name.isEmpty() && !isFlag() && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
    }
}

package io.stackprofile.core.internal.redact.text;

/** How a syntax writes the characters that it cannot write as they are. No escape means more characters than it has. */
public enum Escapes {
    /** A backslash before a letter or sign, as in C, JSON, TOML and most languages. */
    BACKSLASH {
        @Override
        boolean occursIn(String source, int from, int to) {
            return has(source, '\\', from, to);
        }

        @Override
        int read(String source, int at, int to, StringBuilder out) {
            return source.charAt(at) == '\\' && at + 1 < to ? backslash(source, at, to, out) : plain(source, at, out);
        }
    },
    /** The same, and a line that ends in a backslash goes on behind the next line's blanks. */
    PROPERTIES {
        @Override
        boolean occursIn(String source, int from, int to) {
            return has(source, '\\', from, to);
        }

        @Override
        int read(String source, int at, int to, StringBuilder out) {
            if (source.charAt(at) != '\\' || at + 1 >= to) {
                return plain(source, at, out);
            }
            int next = at + 1;
            if (source.charAt(next) != '\r' && source.charAt(next) != '\n') {
                return backslash(source, at, to, out);
            }
            while (next < to && Character.isWhitespace(source.charAt(next))) {
                next++;
            }
            return next;
        }
    },
    /** A single quote written twice. */
    DOUBLED {
        @Override
        boolean occursIn(String source, int from, int to) {
            return has(source, '\'', from, to) || has(source, '"', from, to);
        }

        @Override
        int read(String source, int at, int to, StringBuilder out) {
            char c = source.charAt(at);
            out.append(c);
            return (c == '\'' || c == '"') && at + 1 < to && source.charAt(at + 1) == c ? at + 2 : at + 1;
        }
    },
    /** Entities and character references. */
    MARKUP {
        @Override
        boolean occursIn(String source, int from, int to) {
            return has(source, '&', from, to);
        }

        @Override
        int read(String source, int at, int to, StringBuilder out) {
            int end = source.charAt(at) == '&' ? source.indexOf(';', at) : -1;
            String meaning = end < 0 || end > Math.min(to - 1, at + LONGEST_ENTITY)
                    ? ""
                    : MarkupEntity.meaning(source.substring(at + 1, end));
            if (meaning.isEmpty()) {
                return plain(source, at, out);
            }
            out.append(meaning);
            return end + 1;
        }
    };

    private static final int LONGEST_ENTITY = 10;

    abstract boolean occursIn(String source, int from, int to);

    /** Appends what stands at {@code at} and gives the index behind it. */
    abstract int read(String source, int at, int to, StringBuilder out);

    private static boolean has(String source, char c, int from, int to) {
        for (int i = from; i < to; i++) {
            if (source.charAt(i) == c) {
                return true;
            }
        }
        return false;
    }

    private static int plain(String source, int at, StringBuilder out) {
        out.append(source.charAt(at));
        return at + 1;
    }

    private static int backslash(String source, int at, int to, StringBuilder out) {
        char c = source.charAt(at + 1);
        int known = "nrtbf0".indexOf(c);
        int digits = c == 'u' ? 4 : c == 'x' ? 2 : 0;
        if (digits > 0 && at + 2 + digits <= to && isHex(source, at + 2, digits)) {
            out.append((char) Integer.parseInt(source, at + 2, at + 2 + digits, 16));
            return at + 2 + digits;
        }
        out.append(known < 0 ? c : "\n\r\t\b\f\0".charAt(known));
        return at + 2;
    }

    private static boolean isHex(String source, int from, int digits) {
        for (int i = from; i < from + digits; i++) {
            if (Character.digit(source.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }
}

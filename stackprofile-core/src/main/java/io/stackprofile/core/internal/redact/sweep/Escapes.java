package io.stackprofile.core.internal.redact.sweep;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** How languages write a character by others, and how to read it back. */
enum Escapes {
    /** JSON, YAML in double quotes, properties, shells and most programming languages; a line that goes on, too. */
    BACKSLASH('\\') {
        @Override
        int read(CharSequence source, int at, Reading into) {
            if (at + 1 == source.length()) {
                return at;
            }
            char c = source.charAt(at + 1);
            int digits = c == 'u' ? 4 : c == 'x' ? 2 : c == 'U' ? 8 : 0;
            Optional<Integer> code = number(source, at + 2, at + 2 + digits, 16);
            if (digits > 0 && code.isPresent()) {
                into.add(code.get(), at, at + 2 + digits);
                return at + 2 + digits;
            }
            Optional<Integer> octal = c <= '3' ? number(source, at + 1, at + 4, 8) : Optional.empty();
            if (octal.isPresent()) {
                into.add(octal.get(), at, at + 4);
                return at + 4;
            }
            // Those that stand for white space have no place in a reading without it.
            if ("nrtbfavN_LP \n\r\t".indexOf(c) < 0) {
                into.add(c, at, at + 2);
            }
            return at + 2;
        }
    },
    /** XML and HTML: characters by number, and the five that have a name. */
    XML('&') {
        @Override
        int read(CharSequence source, int at, Reading into) {
            int end = at + 1;
            while (end < source.length() && end - at <= LONGEST && source.charAt(end) != ';') {
                end++;
            }
            if (end == source.length() || end - at > LONGEST) {
                return at;
            }
            Optional<Integer> code = reference(source.subSequence(at + 1, end).toString());
            if (code.isEmpty()) {
                return at;
            }
            into.add(code.get(), at, end + 1);
            return end + 1;
        }
    },
    /** URLs: bytes of UTF-8 in hex. */
    URL('%') {
        @Override
        int read(CharSequence source, int at, Reading into) {
            byte[] bytes = new byte[4];
            int count = 0;
            int size = 1;
            int next = at;
            while (count < size && next < source.length() && source.charAt(next) == '%') {
                Optional<Integer> value = number(source, next + 1, next + 3, 16);
                if (value.isEmpty()) {
                    break;
                }
                size = count == 0 ? sizeOf(value.get()) : size;
                bytes[count++] = value.get().byteValue();
                next += 3;
            }
            if (count > 0) {
                String text = new String(Arrays.copyOf(bytes, count), StandardCharsets.UTF_8);
                int end = next;
                text.codePoints().forEach(code -> into.add(code, at, end));
            }
            return next;
        }
    };

    private static final int LONGEST = 10;
    private static final Map<String, Integer> NAMED =
            Map.of("amp", (int) '&', "lt", (int) '<', "gt", (int) '>', "quot", (int) '"', "apos", (int) '\'');

    private final char lead;

    Escapes(char lead) {
        this.lead = lead;
    }

    /** The character every escape begins with. */
    char lead() {
        return lead;
    }

    /** Adds what the escape at {@code at} stands for, and gives its end; {@code at} itself when there is none. */
    abstract int read(CharSequence source, int at, Reading into);

    private static Optional<Integer> reference(String name) {
        if (name.startsWith("#x") || name.startsWith("#X")) {
            return number(name, 2, name.length(), 16);
        }
        return name.startsWith("#") ? number(name, 1, name.length(), 10) : Optional.ofNullable(NAMED.get(name));
    }

    private static Optional<Integer> number(CharSequence source, int from, int to, int radix) {
        if (to > source.length() || from >= to) {
            return Optional.empty();
        }
        long value = 0;
        for (int at = from; at < to; at++) {
            int digit = Character.digit(source.charAt(at), radix);
            if (digit < 0) {
                return Optional.empty();
            }
            value = value * radix + digit;
        }
        return value <= Character.MAX_CODE_POINT ? Optional.of((int) value) : Optional.empty();
    }

    private static int sizeOf(int first) {
        return first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
    }
}

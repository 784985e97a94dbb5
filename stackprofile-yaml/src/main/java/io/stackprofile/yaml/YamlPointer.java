package io.stackprofile.yaml;

import java.util.ArrayList;
import java.util.List;

/** Builds and reads JSON pointers (RFC 6901); the root is the empty string. */
public final class YamlPointer {
    private YamlPointer() {}

    /** The pointer one step below {@code pointer}. */
    public static String child(String pointer, String token) {
        return pointer + '/' + escape(token);
    }

    /** The pointer to the item at {@code index} below {@code pointer}. */
    public static String child(String pointer, int index) {
        return pointer + '/' + index;
    }

    /** {@code ~} as {@code ~0}, {@code /} as {@code ~1}. */
    public static String escape(String token) {
        if (token.indexOf('~') < 0 && token.indexOf('/') < 0) {
            return token;
        }
        return token.replace("~", "~0").replace("/", "~1");
    }

    /** The reverse of {@link #escape}. */
    public static String unescape(String token) {
        return token.indexOf('~') < 0 ? token : token.replace("~1", "/").replace("~0", "~");
    }

    /**
     * The pointer's tokens, unescaped; none for the root.
     *
     * @throws IllegalArgumentException if the pointer is neither empty nor begins with a slash
     */
    public static List<String> tokens(String pointer) {
        if (pointer.isEmpty()) {
            return List.of();
        }
        if (pointer.charAt(0) != '/') {
            throw new IllegalArgumentException("a pointer begins with /");
        }
        List<String> tokens = new ArrayList<>();
        int from = 1;
        for (int slash = pointer.indexOf('/', from); slash >= 0; slash = pointer.indexOf('/', from)) {
            tokens.add(unescape(pointer.substring(from, slash)));
            from = slash + 1;
        }
        tokens.add(unescape(pointer.substring(from)));
        return tokens;
    }

    /** An array index as RFC 6901 writes it, or -1. */
    static int index(String token) {
        if (token.isEmpty() || token.length() > 9 || (token.length() > 1 && token.charAt(0) == '0')) {
            return -1;
        }
        int index = 0;
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            index = index * 10 + (c - '0');
        }
        return index;
    }
}

package io.stackprofile.yaml;

/** Writes whole quoted scalars. */
final class Quoted {
    private Quoted() {}

    static String doubleQuoted(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        Escapes.encode(out, text);
        return out.append('"').toString();
    }

    static String singleOrDouble(String text) {
        return Printable.isInLine(text) ? '\'' + text.replace("'", "''") + '\'' : doubleQuoted(text);
    }
}

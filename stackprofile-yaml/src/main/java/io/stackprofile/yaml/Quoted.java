package io.stackprofile.yaml;

/** Writes whole quoted scalars. */
final class Quoted {
    private Quoted() {}

    static String doubleQuoted(String text) {
        return '"' + escaped(text) + '"';
    }

    /** Text as it stands between double quotes. */
    static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        Escapes.encode(out, text);
        return out.toString();
    }

    static String singleOrDouble(String text) {
        return Printable.isInLine(text) ? '\'' + text.replace("'", "''") + '\'' : doubleQuoted(text);
    }
}

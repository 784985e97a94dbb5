package io.stackprofile.yaml;

/** A value that is not written: what must stand before it once it is. */
final class MissingValue {
    private MissingValue() {}

    /** A blank after {@code key:}, a colon after a key alone; nothing for a scalar that is written. */
    static String lead(YamlScalar scalar, Layout layout) {
        int start = scalar.origin.start();
        if (!scalar.isMissing() || start == 0 || isBlank(scalar, start - 1)) {
            return "";
        }
        boolean hasProperties = scalar.origin.anchor() != null || scalar.origin.tag() != null;
        if (hasProperties || isIndicator(scalar, start - 1)) {
            return " ";
        }
        boolean inFlow = scalar.context().inFlow();
        return inFlow ? ": " : layout.lineBreak() + layout.spaces(Math.max(0, scalar.parentIndent())) + ": ";
    }

    private static boolean isIndicator(YamlScalar scalar, int at) {
        char c = scalar.source.text.charAt(at);
        boolean alone = at == 0 || isBlank(scalar, at - 1);
        return c == ':' || (alone && (c == '-' || c == '?'));
    }

    private static boolean isBlank(YamlScalar scalar, int at) {
        return " \t\r\n".indexOf(scalar.source.text.charAt(at)) >= 0;
    }
}

package io.stackprofile.yaml;

import java.util.List;

/** Reads a changed scalar again, alone but indented as it stands, to see whether it says what it should. */
final class Reread {
    private Reread() {}

    /**
     * Whether the scalar with the splices in it is still one string with this text.
     *
     * @param splices ascending, within the scalar
     */
    static boolean gives(YamlScalar scalar, List<Splice> splices, String expected) {
        Source source = scalar.source;
        int start = scalar.origin.start();
        int end = scalar.origin.end();
        // A block's last break decides whether its text ends with one, so it comes along; trailing blank lines too.
        int limit = scalar.style().isBlock() ? trailingBlank(source, end) : end;
        StringBuilder text = new StringBuilder(prefix(scalar));
        int at = start;
        for (Splice splice : splices) {
            text.append(source.text, at, splice.span().start()).append(splice.text());
            at = splice.span().end();
        }
        text.append(source.text, Math.min(at, limit), limit).append(suffix(scalar));
        return reads(scalar, text.toString(), expected);
    }

    private static boolean reads(YamlScalar scalar, String text, String expected) {
        try {
            YamlFile file = YamlFile.parse(text, YamlLimits.DEFAULT.withMaxChars(Integer.MAX_VALUE));
            if (file.documents().size() != 1) {
                return false;
            }
            YamlNode root = file.documents().get(0).root().orElseThrow();
            return root instanceof YamlMapping mapping
                    && mapping.entries().size() == 1
                    && found(scalar, mapping.entries().get(0)) instanceof YamlScalar found
                    && isSameStyle(found.style(), scalar.style())
                    && found.text().equals(expected)
                    && found.value().kind() == YamlValue.Kind.STRING;
        } catch (YamlException refused) {
            return false;
        }
    }

    private static boolean isSameStyle(ScalarStyle a, ScalarStyle b) {
        return a == b || (a.isBlock() && b.isBlock());
    }

    private static YamlNode found(YamlScalar scalar, YamlEntry entry) {
        return scalar.context().key() ? entry.key() : entry.value();
    }

    private static String prefix(YamlScalar scalar) {
        ScalarContext context = scalar.context();
        if (context.inFlow()) {
            return context.key() ? "{" : "{k: ";
        }
        // The parent's column decides what an indentation indicator means.
        String indent = " ".repeat(Math.max(0, scalar.parentIndent()));
        return context.key() ? indent : indent + "k: ";
    }

    private static String suffix(YamlScalar scalar) {
        ScalarContext context = scalar.context();
        if (context.key()) {
            return context.inFlow() ? " : v}" : ": v";
        }
        return context.inFlow() ? "}" : "";
    }

    private static int trailingBlank(Source source, int end) {
        int at = end;
        while (at < source.text.length() && " \t\r\n".indexOf(source.text.charAt(at)) >= 0) {
            at++;
        }
        return at < source.text.length() ? Math.max(end, source.lineStart(at)) : at;
    }
}

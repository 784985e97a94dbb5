package io.stackprofile.yaml;

import io.stackprofile.yaml.SourceNode.Origin;
import io.stackprofile.yaml.YamlException.Code;

/** Refuses what Go's reader takes for something else than the engine does: silence would be a wrong reading. */
final class GoSyntax {
    private GoSyntax() {}

    /** Between brackets Go ends plain text at any question mark, and at a colon only before a blank. */
    static void checkFlowPlain(Source source, Origin origin, String text) {
        int end = origin.end();
        boolean colon = source.text.startsWith(":", end)
                && end > origin.start()
                && end + 1 < source.text.length()
                && " \t\r\n".indexOf(source.text.charAt(end + 1)) < 0;
        if (colon || text.indexOf('?') >= 0) {
            throw new YamlException(
                    Code.SYNTAX,
                    "Kubernetes reads this text between brackets in another way; quote it",
                    source.place(origin.start()));
        }
    }

    /** Go's anchors end where letters, digits, {@code _} and {@code -} do. */
    static void checkAnchor(Source source, int offset, String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && (c < '0' || c > '9') && c != '_' && c != '-') {
                throw new YamlException(
                        Code.SYNTAX,
                        "an anchor's name may hold letters, digits, '_' and '-' only",
                        source.place(offset));
            }
        }
    }
}

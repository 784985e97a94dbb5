package io.stackprofile.core.internal.template;

import io.stackprofile.Limits;
import io.stackprofile.stack.Member;
import java.util.Map;
import java.util.Optional;

/** Escapes what looks like a placeholder in text that was captured, and makes placeholders of stack variables. */
public final class Placeholders {

    private Placeholders() {}

    /**
     * One more <code>$</code> before every <code>${{ parameters.</code>, escaped or not, so that none of them is a
     * placeholder; nothing else changes. {@link #unescape} gives the text back.
     */
    public static String escape(String text) {
        StringBuilder out = null;
        int copied = 0;
        for (Token token = TokenScan.next(text, 0); token != null; token = TokenScan.next(text, token.end())) {
            out = out == null ? new StringBuilder(text.length() + 16) : out;
            out.append(text, copied, token.start()).append('$');
            copied = token.start();
        }
        return out == null ? text : out.append(text, copied, text.length()).toString();
    }

    /** One <code>$</code> less before every escaped placeholder; placeholders that are live stay. */
    public static String unescape(String text) {
        StringBuilder out = null;
        int copied = 0;
        for (Token token = TokenScan.next(text, 0); token != null; token = TokenScan.next(text, token.end())) {
            if (!token.isLive()) {
                out = out == null ? new StringBuilder(text.length()) : out;
                out.append(text, copied, token.start());
                copied = token.start() + 1;
            }
        }
        return out == null ? text : out.append(text, copied, text.length()).toString();
    }

    /**
     * Makes <code>${{ parameters.P }}</code> of every <code>${{ ankra.V }}</code> in the member's text, comments aside. A
     * variable that {@code known} does not have, one of the cluster's or the organisation's, gets a parameter of its own.
     *
     * @param known the parameter of each stack variable, and of each variable that was added for an earlier member
     * @throws io.stackprofile.error.InvalidContentException when the text has such tokens and is not YAML
     */
    public static VariableRewrite variables(
            Member member, Optional<String> file, Map<String, String> known, Limits limits) {
        return VariableRewrite.of(member, file, known, limits);
    }
}

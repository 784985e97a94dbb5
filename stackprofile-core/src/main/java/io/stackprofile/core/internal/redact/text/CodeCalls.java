package io.stackprofile.core.internal.redact.text;

import io.stackprofile.core.internal.redact.name.Resources;
import io.stackprofile.core.internal.redact.value.ValueShape;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Knows which argument of a function is a password, as {@code calls.tsv} says. */
final class CodeCalls {

    // Farther from its value a call is not looked for.
    private static final int FARTHEST = 24;

    private record Call(int position, boolean any) {}

    private static final Map<String, Call> CALLS = new HashMap<>();

    static {
        for (String line : Resources.lines(CodeCalls.class, "calls.tsv")) {
            String[] cells = line.split("\t", -1);
            if (!line.startsWith("#") && cells.length >= 3) {
                CALLS.put(cells[0], new Call(Integer.parseInt(cells[1]), cells[2].equals("any")));
            }
        }
    }

    private CodeCalls() {}

    /** Whether the literal at {@code at} is handed to a function that takes a password there. */
    static boolean takesPassword(List<CodeToken> tokens, int at) {
        String sign = at > 0 ? tokens.get(at - 1).text() : "";
        if (!sign.equals(",") && !sign.equals("(")) {
            return false;
        }
        int argument = 1;
        int depth = 0;
        for (int i = at - 1; i > 0 && i > at - FARTHEST; i--) {
            boolean literal = tokens.get(i).kind() == CodeToken.Kind.STRING;
            String text = literal ? "" : tokens.get(i).text();
            if (depth == 0 && (text.equals("(") || text.equals("{") || text.equals(";"))) {
                return text.equals("(") && matches(tokens, i - 1, argument, at);
            }
            depth += closes(text) ? 1 : opens(text) ? -1 : 0;
            argument += depth == 0 && text.equals(",") ? 1 : 0;
        }
        return false;
    }

    private static boolean closes(String text) {
        return text.equals(")") || text.equals("}") || text.equals("]");
    }

    private static boolean opens(String text) {
        return text.equals("(") || text.equals("{") || text.equals("[");
    }

    // auth=("bob", "tea")
    private static boolean matches(List<CodeToken> tokens, int caller, int argument, int at) {
        boolean set = tokens.get(caller).text().equals("=") && caller > 0;
        CodeToken function = tokens.get(set ? caller - 1 : caller);
        String name = function.isWord() ? function.text().toLowerCase(Locale.ROOT) : "";
        String own = name.substring(name.lastIndexOf('.') + 1);
        Call call = CALLS.getOrDefault(name, CALLS.get(own));
        return call != null
                && call.position() == argument
                && (call.any()
                        || isBehindUser(tokens, at)
                        || !ValueShape.nameLike(tokens.get(at).text()));
    }

    // login("bob@shop.example", "tea"), connect("dbi:mysql:shop", "bob", "tea")
    private static boolean isBehindUser(List<CodeToken> tokens, int at) {
        return literal(tokens, at - 2).indexOf('@') > 0
                || literal(tokens, at - 4).startsWith("dbi:");
    }

    private static String literal(List<CodeToken> tokens, int at) {
        return at >= 0 && tokens.get(at).kind() == CodeToken.Kind.STRING
                ? tokens.get(at).text()
                : "";
    }
}

package io.stackprofile.core.internal.redact.text;

import io.stackprofile.core.internal.redact.value.ValueShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads source code of any language as far as literal strings go, and calls each what the code before it does:
 * {@code password = "x"}, {@code 'password' => 'x'}, {@code define('PASSWORD', 'x')}, {@code {password, <<"x">>}},
 * {@code ENV["PASSWORD"] || "x"}, {@code setPassword("x")}, {@code password "x"}. What is no literal is no secret.
 */
final class CodeReader implements TextReader {

    private static final Set<String> ASSIGNING = Set.of("=", ":", "=>", ":=", "||", "??", "?:", "or", "||=", "?=");
    private static final Set<String> SETTERS = Set.of("set", "with", "use", "add", "put");

    // key = bytes.fromhex("...")
    private static final Set<String> DECODERS = Set.of(
            "fromhex",
            "unhexlify",
            "b64decode",
            "urlsafe_b64decode",
            "atob",
            "base64decode",
            "base64_decode",
            "hex2bin");

    private static final int MOST_OF_A_BLOCK = 60;

    private final String remarks;

    /**
     * Reads one family of languages.
     *
     * @param remarks the signs that begin a remark, apart from two slashes
     */
    CodeReader(String remarks) {
        this.remarks = remarks;
    }

    @Override
    public List<Entry> read(String text) {
        List<Entry> entries = new ArrayList<>();
        List<CodeToken> tokens = new CodeTokens(text, remarks).all();
        for (int i = 0; i < tokens.size(); i++) {
            CodeToken token = tokens.get(i);
            if (token.kind() == CodeToken.Kind.REMARK) {
                entries.add(Entry.remark(text, token.from(), token.to()));
            } else if (token.kind() == CodeToken.Kind.DOCUMENT) {
                entries.add(Entry.document(name(tokens, i), token.value(), null));
            } else if (token.kind() == CodeToken.Kind.STRING && isCommand(text, token)) {
                entries.add(Entry.document(List.of(), token.value(), null));
            } else if (token.kind() == CodeToken.Kind.STRING && !isKey(tokens, i)) {
                entries.add(
                        CodeCalls.takesPassword(tokens, i)
                                ? Entry.password(List.of("password"), token.value())
                                : Entry.value(declared(tokens, i), token.value()));
            }
        }
        return entries;
    }

    // Between backticks some languages have a text, others a command.
    private static boolean isCommand(String text, CodeToken token) {
        return token.from() > 0 && text.charAt(token.from() - 1) == '`' && !ValueShape.generated(token.text());
    }

    private static boolean isKey(List<CodeToken> tokens, int i) {
        String next = text(tokens, i + 1);
        return next.equals(":") || next.equals("=>");
    }

    // variable "x" { default = "..." }
    private static List<String> declared(List<CodeToken> tokens, int i) {
        List<String> name = name(tokens, i);
        if (!name.equals(List.of("default"))) {
            return name;
        }
        for (int at = i - 1; at > 0 && at > i - MOST_OF_A_BLOCK; at--) {
            if (text(tokens, at).equals("variable") && tokens.get(at).startsLine()) {
                return named(tokens, at + 1);
            }
        }
        return name;
    }

    private static List<String> name(List<CodeToken> tokens, int i) {
        int before = i - 1;
        while (text(tokens, before).equals("<<")) {
            before--;
        }
        String sign = text(tokens, before);
        if (ASSIGNING.contains(sign)) {
            return assigned(tokens, before - 1);
        }
        int word = text(tokens, before - 1).equals(">>") ? before - 2 : before - 1;
        String opener = opener(tokens, word);
        boolean literal = word >= 0 && tokens.get(word).kind() == CodeToken.Kind.STRING;
        if (sign.equals(",") && (opener.equals("{") || (opener.equals("(") && literal) || opener.equals("<<"))) {
            return named(tokens, word);
        }
        if (sign.equals("(")) {
            boolean decoded =
                    DECODERS.contains(own(text(tokens, before - 1))) && ASSIGNING.contains(text(tokens, before - 2));
            return decoded ? assigned(tokens, before - 3) : setter(text(tokens, before - 1));
        }
        if (sign.equalsIgnoreCase("ConvertTo-SecureString")) {
            return List.of("password");
        }
        return isStatement(tokens, before) ? List.of(sign) : List.of();
    }

    private static boolean isStatement(List<CodeToken> tokens, int at) {
        boolean word = at >= 0 && tokens.get(at).isWord();
        return word && (tokens.get(at).startsLine() || List.of("{", ";").contains(text(tokens, at - 1)));
    }

    private static String opener(List<CodeToken> tokens, int word) {
        return text(tokens, word - 1);
    }

    // What stands before the sign: a name, a name in brackets or parentheses, or a name with its type.
    private static List<String> assigned(List<CodeToken> tokens, int before) {
        int at = before;
        while (at >= 0 && (text(tokens, at).equals("]") || text(tokens, at).equals(")"))) {
            at--;
        }
        boolean typed = text(tokens, at - 1).equals(":")
                && at >= 2
                && tokens.get(at - 2).isWord();
        return named(tokens, typed ? at - 2 : at);
    }

    private static List<String> named(List<CodeToken> tokens, int at) {
        return at >= 0 && at < tokens.size() && tokens.get(at).names() ? List.of(text(tokens, at)) : List.of();
    }

    private static String own(String function) {
        return function.substring(function.lastIndexOf('.') + 1);
    }

    private static List<String> setter(String function) {
        String own = own(function);
        for (String setter : SETTERS) {
            if (own.startsWith(setter) && own.length() > setter.length()) {
                return List.of(own.substring(setter.length()));
            }
        }
        boolean word = !own.isEmpty() && own.chars().allMatch(Character::isLowerCase) && !own.startsWith("get");
        return word ? List.of(own) : List.of();
    }

    private static String text(List<CodeToken> tokens, int at) {
        return at < 0 || at >= tokens.size() ? "" : tokens.get(at).text();
    }
}

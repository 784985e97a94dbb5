package io.stackprofile.core.internal.template;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.source.MemberText;
import io.stackprofile.stack.Member;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A member whose stack variables have become placeholders.
 *
 * @param member the member; the same one when it has no variables
 * @param added the parameters of variables that were not known, by variable, in order of their first place; the caller
 *     declares them as required string parameters and knows them for the next member
 */
public record VariableRewrite(Member member, Map<String, String> added) {

    private static final Pattern VARIABLE =
            Pattern.compile("(?<!\\$)(\\$\\{\\{[ \\t]*+)ankra\\.([A-Za-z0-9_][A-Za-z0-9_.-]*+)(?=[ \\t]*+\\}\\})");
    private static final String VARIABLES = "ankra.";
    private static final int LONGEST_NAME = 63;

    static VariableRewrite of(Member member, Optional<String> file, Map<String, String> known, Limits limits) {
        Map<String, String> added = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>(known.values());
        UnaryOperator<String> name = variable -> known.containsKey(variable)
                ? known.get(variable)
                : added.computeIfAbsent(variable, unknown -> free(unknown, taken));
        String text = member.text().orElse("");
        Member rewritten = member;
        if (text.contains(VARIABLES) && VARIABLE.matcher(text).find()) {
            CommentCursor comments = new CommentCursor(
                    MemberText.parse(member.ref(), file, text, limits).comments());
            String changed = rewrite(text, offset -> !comments.holds(offset), name);
            rewritten = changed.equals(text) ? member : member.withText(changed);
        }
        Member whole = FieldTexts.map(rewritten, (field, written) -> rewrite(written, offset -> true, name));
        return new VariableRewrite(whole, added);
    }

    /**
     * The member as it was before its variables were rewritten and its placeholders escaped.
     *
     * @param variables the variable of each parameter that was made of one
     */
    public static Member undo(Member member, Map<String, String> variables) {
        Optional<String> text = member.text().map(written -> undo(written, variables));
        Member restored = text.equals(member.text()) ? member : member.withText(text.orElseThrow());
        return FieldTexts.map(restored, (field, written) -> undo(written, variables));
    }

    private static String undo(String text, Map<String, String> variables) {
        StringBuilder out = new StringBuilder(text.length());
        int copied = 0;
        for (Token token = TokenScan.next(text, 0); token != null; token = TokenScan.next(text, token.end())) {
            String variable = variables.get(token.name());
            if (token.isLive() && variable != null) {
                int word = text.indexOf(TokenScan.WORD, token.start());
                int end = word + TokenScan.WORD.length() + token.name().length();
                out.append(text, copied, word).append(VARIABLES).append(variable);
                copied = end;
            }
        }
        return Placeholders.unescape(out.append(text, copied, text.length()).toString());
    }

    private static String rewrite(String text, IntPredicate applies, UnaryOperator<String> name) {
        Matcher found = VARIABLE.matcher(text);
        StringBuilder out = new StringBuilder(text.length() + 64);
        int copied = 0;
        while (found.find()) {
            if (applies.test(found.start())) {
                out.append(text, copied, found.end(1)).append(TokenScan.WORD).append(name.apply(found.group(2)));
                copied = found.end();
            }
        }
        return copied == 0 ? text : out.append(text, copied, text.length()).toString();
    }

    /** The variable's name as a legal parameter's, numbered if it is taken; then it is. */
    public static String free(String variable, Set<String> taken) {
        String legal = parameterName(variable);
        String name = legal;
        for (int number = 2; !taken.add(name); number++) {
            String suffix = "_" + number;
            name = legal.substring(0, Math.min(legal.length(), LONGEST_NAME - suffix.length())) + suffix;
        }
        return name;
    }

    /** The legal parameter name nearest to a variable's: {@code base-domain} gives {@code base_domain}. */
    public static String parameterName(String variable) {
        String name = variable.replaceAll("[^A-Za-z0-9_]", "_");
        String led = name.isEmpty() || !Character.isLetter(name.charAt(0)) ? "v" + name : name;
        return led.substring(0, Math.min(led.length(), LONGEST_NAME));
    }
}

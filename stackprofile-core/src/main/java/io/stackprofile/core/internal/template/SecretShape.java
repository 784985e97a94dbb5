package io.stackprofile.core.internal.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands around the placeholders of a scalar's text.
 *
 * @param names the parameters, in order
 * @param literals the fixed texts before, between and behind them: one more than there are placeholders
 */
public record SecretShape(List<String> names, List<String> literals) {

    /** Copies the lists. */
    public SecretShape {
        names = List.copyOf(names);
        literals = List.copyOf(literals);
    }

    /** The shape of a text; empty when it has no live placeholder. */
    public static Optional<SecretShape> of(String text) {
        List<String> names = new ArrayList<>();
        List<String> literals = new ArrayList<>();
        int from = 0;
        for (Token token = TokenScan.next(text, 0); token != null; token = TokenScan.next(text, token.end())) {
            if (token.isLive() && token.flaw() == null) {
                literals.add(text.substring(from, token.start()));
                names.add(token.name());
                from = token.end();
            }
        }
        literals.add(text.substring(from));
        return names.isEmpty() ? Optional.empty() : Optional.of(new SecretShape(names, literals));
    }

    /** Whether {@code text} has the fixed texts in order, whatever stands between them. */
    public boolean fits(String text) {
        String head = literals.get(0);
        String tail = literals.get(literals.size() - 1);
        if (text.length() < head.length() + tail.length() || !text.startsWith(head) || !text.endsWith(tail)) {
            return false;
        }
        int at = head.length();
        int end = text.length() - tail.length();
        for (String literal : literals.subList(1, literals.size() - 1)) {
            int found = text.indexOf(literal, at);
            if (found < 0 || found + literal.length() > end) {
                return false;
            }
            at = found + literal.length();
        }
        return true;
    }

    /** What stands in {@code text} in place of the placeholder, when there is one and the fixed texts are there. */
    public Optional<String> held(String text) {
        return names.size() == 1 && fits(text)
                ? Optional.of(text.substring(
                        literals.get(0).length(),
                        text.length() - literals.get(1).length()))
                : Optional.empty();
    }

    /** The names only: a fixed text is content. */
    @Override
    public String toString() {
        return "SecretShape" + names;
    }
}

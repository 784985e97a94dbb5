package io.stackprofile.core.internal.redact.scan;

import io.stackprofile.capture.Redaction.Confidence;
import io.stackprofile.core.internal.redact.rule.Filter;
import io.stackprofile.core.internal.redact.rule.Hit;
import io.stackprofile.core.internal.redact.value.ValueJudge;
import io.stackprofile.core.internal.redact.value.ValueShape;
import java.util.List;
import java.util.Optional;

/** Finds passwords in elements of argument lists whose flags do not name them. */
final class Arguments {

    private Arguments() {}

    static Optional<Hit> judge(String flag, String text) {
        if (flag.equals("-u") || flag.equals("--user")) {
            return userAndPassword(text);
        }
        if (text.startsWith("-p") && !text.startsWith("-p=") && ValueShape.generated(text.substring(2))) {
            return Optional.of(password(text, 2, text.length(), "It stands where MySQL's clients take a password."));
        }
        return Optional.empty();
    }

    /** The password of {@code user:password}. */
    static Optional<Hit> userAndPassword(String text) {
        int colon = text.indexOf(':');
        boolean pair = colon > 0 && colon < text.length() - 1 && text.indexOf('/') < 0 && text.indexOf(' ') < 0;
        String password = text.substring(colon + 1);
        if (!pair || !ValueJudge.possible(password) || password.chars().allMatch(Character::isDigit)) {
            return Optional.empty();
        }
        return Optional.of(password(text, colon + 1, text.length(), "It is the password beside a user's name."));
    }

    static Hit password(String text, int from, int to, String reason) {
        return new Hit(
                from,
                to,
                text.substring(from, to),
                Filter.NONE,
                "credential-argument",
                reason,
                Confidence.MEDIUM,
                List.of("password"));
    }
}

package io.stackprofile.core.internal.redact.scan;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.stackprofile.capture.Redaction.Confidence;
import io.stackprofile.core.internal.redact.name.CommonWords;
import io.stackprofile.core.internal.redact.rule.Filter;
import io.stackprofile.core.internal.redact.rule.Hit;
import io.stackprofile.core.internal.redact.text.ArgumentVector;
import io.stackprofile.core.internal.redact.value.Run;
import io.stackprofile.core.internal.redact.value.ValueJudge;
import io.stackprofile.core.internal.redact.value.ValueShape;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds passwords in elements of argument lists whose flags do not name them. */
final class Arguments {

    private static final Set<String> SHORT = Set.of("-t", "-T", "-k", "-K", "-p", "-P", "-a", "-s", "-w");
    // --auth=user:password, and whatever else a program calls the two together.
    private static final Pattern JOINED = Pattern.compile(
            "(?i)--?[a-z0-9._-]*(?:auth|user|username|creds?|credentials?|login|userpass|userpwd)=[^\\s:/=,]{1,64}:([^\\s:]{4,})");

    private static final Pattern LITERAL = Pattern.compile("--from-literal=[A-Za-z0-9._-]+=(.+)");

    private Arguments() {}

    private static boolean isDrawn(String text) {
        Run run = Run.of(text);
        return text.length() >= 20
                && text.chars().allMatch(Character::isLetterOrDigit)
                && run.digits() >= 2
                && run.caseChanges() * 4 >= text.length()
                && ValueShape.generated(text);
    }

    static Optional<Hit> judge(String flag, String text) {
        if (flag.equals("-u") || flag.equals("--user")) {
            return userAndPassword(text);
        }
        if (flag.equals(ArgumentVector.ATTACHED) && ValueJudge.possible(text.substring(2))) {
            return Optional.of(password(text, 2, text.length(), "It stands where MySQL's clients take a password."));
        }
        if (flag.equals(ArgumentVector.PERCENT_PAIR)) {
            return behind(text.indexOf('%'), text);
        }
        Matcher literal = LITERAL.matcher(text);
        if (literal.matches() && ValueShape.generated(literal.group(1))) {
            return Optional.of(password(text, literal.start(1), text.length(), "It becomes a value of a Secret."));
        }
        if (SHORT.contains(flag) && isDrawn(text)) {
            return Optional.of(password(
                    text, 0, text.length(), "It was drawn at random, and stands behind a flag of one letter."));
        }
        Matcher joined = JOINED.matcher(text);
        if (joined.matches()) {
            String password = joined.group(1);
            boolean known = CommonWords.contains(password) || !ValueShape.nameLike(password);
            return known && ValueJudge.possible(password) && !password.startsWith("//")
                    ? Optional.of(
                            password(text, joined.start(1), text.length(), "It is the password beside a user's name."))
                    : Optional.empty();
        }
        if (text.startsWith("-p") && !text.startsWith("-p=") && ValueShape.generated(text.substring(2))) {
            return Optional.of(password(text, 2, text.length(), "It stands where MySQL's clients take a password."));
        }
        return Optional.empty();
    }

    private static Optional<Hit> behind(int sign, String text) {
        String password = text.substring(sign + 1);
        return sign > 0 && ValueJudge.possible(password)
                ? Optional.of(password(text, sign + 1, text.length(), "It is the password beside a user's name."))
                : Optional.empty();
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

package io.stackprofile.samples.cli;

import io.stackprofile.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a command came to.
 *
 * @param value the result, for programs
 * @param text the result, for people
 * @param hints what to do next, for people, beside the result
 * @param exitCode one of {@link ExitCodes}
 */
record Outcome(Object value, String text, List<String> hints, int exitCode) {

    Outcome {
        hints = List.copyOf(hints);
    }

    static Outcome of(Object value, String text) {
        return new Outcome(value, text, List.of(), ExitCodes.DONE);
    }

    Outcome hint(String hint) {
        List<String> more = new ArrayList<>(hints);
        more.add(hint);
        return new Outcome(value, text, more, exitCode);
    }

    /** Says how to go on when {@code page} is not the last. */
    Outcome more(Page<?> page) {
        return more(page.next());
    }

    /** Says how to go on when there is a further page. */
    Outcome more(Optional<String> next) {
        return next.map(token -> hint("there are more: repeat with --page-token " + token))
                .orElse(this);
    }

    Outcome exitCode(int code) {
        return new Outcome(value, text, hints, code);
    }
}

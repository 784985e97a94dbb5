package io.stackprofile.core.internal.parameter;

import com.google.re2j.Pattern;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Location;
import io.stackprofile.error.SecretException;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.SecretValue;
import java.util.Arrays;

/** Checks a secret against its parameter's rules when it has been resolved. */
public final class SecretRules {

    private SecretRules() {}

    /**
     * Requires that {@code secret} fits {@code parameter}. Its bytes are matched as UTF-8.
     *
     * @throws SecretException {@link ErrorCode#INVALID_BINDING}, naming the parameter and its pattern and nothing of the
     *     secret
     */
    public static void check(Parameter parameter, SecretValue secret) {
        if (parameter.pattern().isEmpty()) {
            return;
        }
        Pattern pattern = LinearPattern.compile(parameter.pattern().get())
                .orElseThrow(() -> refused(
                        parameter,
                        "has a pattern that is not an RE2 pattern",
                        "Publish a version whose pattern is in RE2 syntax."));
        byte[] bytes = secret.reveal();
        try {
            if (!pattern.matcher(bytes).find()) {
                throw refused(
                        parameter,
                        "is bound to a secret that does not match the pattern "
                                + parameter.pattern().get(),
                        "Store a secret that matches, or bind another reference.");
            }
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static SecretException refused(Parameter parameter, String what, String remedy) {
        return new SecretException(
                ErrorCode.INVALID_BINDING, BindingFindings.named(parameter) + " " + what, remedy, Location.unknown());
    }
}

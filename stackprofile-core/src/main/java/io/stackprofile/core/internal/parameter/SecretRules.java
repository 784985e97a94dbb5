package io.stackprofile.core.internal.parameter;

import com.google.re2j.Pattern;
import io.stackprofile.core.internal.format.Formats;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Location;
import io.stackprofile.error.SecretException;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterFormat;
import io.stackprofile.parameter.SecretValue;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Checks a secret against its parameter's rules when it has been resolved. */
public final class SecretRules {

    private SecretRules() {}

    /**
     * Requires that {@code secret} fits {@code parameter}. Its bytes are read as UTF-8.
     *
     * @throws SecretException {@link ErrorCode#INVALID_BINDING}, naming the parameter and every rule that is broken, and
     *     nothing of the secret
     */
    public static void check(Parameter parameter, SecretValue secret) {
        byte[] bytes = secret.reveal();
        try {
            List<String> broken = broken(parameter, bytes);
            if (!broken.isEmpty()) {
                throw new SecretException(
                        ErrorCode.INVALID_BINDING,
                        BindingFindings.named(parameter) + " is bound to a secret that "
                                + String.join(", and that ", broken),
                        "Store a secret that fits, or bind another reference.",
                        Location.unknown());
            }
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** Which rules the bytes of a secret break, each to finish the sentence "a secret that". */
    static List<String> broken(Parameter parameter, byte[] bytes) {
        List<String> broken = new ArrayList<>();
        checkPattern(parameter, bytes).ifPresent(broken::add);
        if (parameter.minLength().isEmpty()
                && parameter.maxLength().isEmpty()
                && parameter.format().isEmpty()) {
            return broken;
        }
        Optional<CharBuffer> text = text(bytes);
        if (text.isEmpty()) {
            broken.add("is not UTF-8 text");
            return broken;
        }
        try {
            checkText(parameter, text.get(), broken);
        } finally {
            Arrays.fill(text.get().array(), '\0');
        }
        return broken;
    }

    private static Optional<String> checkPattern(Parameter parameter, byte[] bytes) {
        if (parameter.pattern().isEmpty()) {
            return Optional.empty();
        }
        Optional<Pattern> pattern = LinearPattern.compile(parameter.pattern().get());
        if (pattern.isEmpty()) {
            return Optional.of("cannot be checked, since the parameter's pattern is not an RE2 pattern");
        }
        return pattern.get().matcher(bytes).find()
                ? Optional.empty()
                : Optional.of(
                        "does not match the pattern " + parameter.pattern().get());
    }

    private static void checkText(Parameter parameter, CharSequence text, List<String> broken) {
        long length = text.codePoints().count();
        parameter
                .minLength()
                .filter(least -> length < least)
                .ifPresent(least -> broken.add("has fewer than " + least + " characters"));
        parameter
                .maxLength()
                .filter(most -> length > most)
                .ifPresent(most -> broken.add("has more than " + most + " characters"));
        parameter
                .format()
                .filter(format -> !matches(format, text))
                .ifPresent(format -> broken.add("is not " + Formats.describe(format)));
    }

    private static boolean matches(ParameterFormat format, CharSequence text) {
        return Formats.matches(format, text.toString());
    }

    private static Optional<CharBuffer> text(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)));
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }
}

package io.stackprofile.core.internal.parameter;

import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.SecretGeneration;
import io.stackprofile.parameter.SecretValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Makes secrets, and tells which cannot be made. */
public final class GeneratedSecret {

    /** A pattern that asks for a digit is met sooner or later; one that nothing meets is given up on. */
    private static final int ATTEMPTS = 200;

    private GeneratedSecret() {}

    /**
     * A secret for {@code parameter} that fits all its rules; empty when none of 200 drawn does.
     *
     * @param random where the characters come from; {@link java.security.SecureRandom} for a secret that is used
     */
    public static Optional<SecretValue> draw(Parameter parameter, RandomGenerator random) {
        SecretGeneration generation = parameter.generate().orElseThrow();
        byte[] drawn = new byte[generation.length()];
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                for (int i = 0; i < drawn.length; i++) {
                    drawn[i] = (byte) generation
                            .alphabet()
                            .charAt(random.nextInt(generation.alphabet().length()));
                }
                if (SecretRules.broken(parameter, drawn).isEmpty()) {
                    return Optional.of(SecretValue.of(drawn));
                }
            }
            return Optional.empty();
        } finally {
            Arrays.fill(drawn, (byte) 0);
        }
    }
}

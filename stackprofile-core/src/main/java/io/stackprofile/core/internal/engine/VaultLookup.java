package io.stackprofile.core.internal.engine;

import io.stackprofile.core.internal.parameter.GeneratedSecret;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Location;
import io.stackprofile.error.SecretException;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.SecretRef;
import io.stackprofile.parameter.SecretValue;
import io.stackprofile.spi.secret.SecretVault;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds generated secrets in the host's vault, and makes those that are not there yet. */
final class VaultLookup {

    private static final String REMEDY = "Mend the vault, then commit again; nothing was deployed.";

    private final String organisation;
    private final Optional<SecretVault> vault;

    VaultLookup(String organisation, Optional<SecretVault> vault) {
        this.organisation = organisation;
        this.vault = vault;
    }

    /** The secret under {@code ref}: a commit that is repeated finds the one the first made. */
    SecretValue secret(Parameter parameter, SecretRef ref) {
        SecretVault open = vault.orElseThrow(() -> failure(
                parameter,
                "is a generated secret, and this engine has no vault to keep it in",
                "Give the engine the vault it had when the draft was made."));
        Optional<SecretValue> kept = ask(parameter, () -> open.get(organisation, ref));
        return kept.orElseGet(() -> generate(parameter, ref, open));
    }

    private SecretValue generate(Parameter parameter, SecretRef ref, SecretVault open) {
        if (parameter.generate().isEmpty()) {
            throw failure(parameter, "is bound to " + ref + ", where the vault has nothing", REMEDY);
        }
        SecretValue candidate = GeneratedSecret.draw(parameter, new SecureRandom())
                .orElseThrow(() -> failure(
                        parameter,
                        "is generated, and no secret made so fits its own rules",
                        "Publish a version whose parameter can be generated, or bind a reference."));
        SecretValue kept;
        try {
            kept = ask(parameter, () -> open.putIfAbsent(organisation, ref, candidate));
        } catch (SecretException failed) {
            candidate.close();
            throw failed;
        }
        if (kept != candidate) {
            candidate.close();
        }
        return kept;
    }

    /** A host's vault may fail with anything; what its exception says may be the secret, so it is not chained. */
    private static <T> T ask(Parameter parameter, Supplier<T> call) {
        try {
            return Objects.requireNonNull(call.get());
        } catch (RuntimeException failure) {
            throw failure(
                    parameter,
                    "is a generated secret, and the vault failed with "
                            + failure.getClass().getName(),
                    REMEDY);
        }
    }

    private static SecretException failure(Parameter parameter, String why, String remedy) {
        return new SecretException(
                ErrorCode.SECRET_UNRESOLVED, "parameter '" + parameter.name() + "' " + why, remedy, Location.unknown());
    }
}

package io.stackprofile.core.internal.secret;

import io.stackprofile.parameter.SecretRef;
import io.stackprofile.parameter.SecretValue;
import io.stackprofile.spi.secret.SecretResolver;
import java.util.Optional;

/** Resolves {@code env:VARIABLE} from the process environment. */
public final class EnvironmentSecrets implements SecretResolver {

    @Override
    public Optional<SecretValue> resolve(String organisation, SecretRef ref) {
        return ref.scheme().equals("env")
                ? Optional.ofNullable(System.getenv(ref.locator())).map(SecretValue::of)
                : Optional.empty();
    }
}

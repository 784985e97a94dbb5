package io.stackprofile.core.internal.secret;

import io.stackprofile.parameter.SecretRef;
import io.stackprofile.parameter.SecretValue;
import io.stackprofile.spi.secret.SecretResolver;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Resolves {@code env:VARIABLE} from the process environment. */
public final class EnvironmentSecrets implements SecretResolver {

    private final Function<String, @Nullable String> variables;

    /** Of this process. */
    public EnvironmentSecrets() {
        this(System::getenv);
    }

    /** Of an environment that gives null for what is not set. */
    EnvironmentSecrets(Function<String, @Nullable String> variables) {
        this.variables = variables;
    }

    @Override
    public Optional<SecretValue> resolve(String organisation, SecretRef ref) {
        return ref.scheme().equals("env")
                ? Optional.ofNullable(variables.apply(ref.locator())).map(SecretValue::of)
                : Optional.empty();
    }
}

package io.stackprofile.core.internal.engine;

import io.stackprofile.core.internal.parameter.SecretRules;
import io.stackprofile.core.internal.redact.name.CommonWords;
import io.stackprofile.core.internal.redact.sweep.SecretLedger;
import io.stackprofile.core.internal.redact.sweep.Sweep;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Location;
import io.stackprofile.error.SecretException;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.BindingSource;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.SecretRef;
import io.stackprofile.parameter.SecretValue;
import io.stackprofile.spi.cluster.SecretSource;
import io.stackprofile.spi.secret.SecretResolver;
import io.stackprofile.spi.secret.SecretVault;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Resolves the secrets of one commit, each when it is asked for, and checks it against its parameter's rules. */
final class SecretLookup implements SecretSource {

    private final String organisation;
    private final List<SecretResolver> resolvers;
    private final VaultLookup vault;
    private final List<Binding> bindings;
    private final Map<String, Parameter> parameters;
    private final SecretLedger handedOver = SecretLedger.empty();

    SecretLookup(
            String organisation,
            List<SecretResolver> resolvers,
            Optional<SecretVault> vault,
            List<Binding> bindings,
            Map<String, Parameter> parameters) {
        this.organisation = organisation;
        this.resolvers = resolvers;
        this.vault = new VaultLookup(organisation, vault);
        this.bindings = bindings;
        this.parameters = parameters;
    }

    @Override
    public SecretValue secret(String name) {
        Binding binding = bindings.stream()
                .filter(bound -> bound.parameter().equals(name))
                .findFirst()
                .orElseThrow(() -> unresolved(name, "is bound to no secret reference"));
        SecretRef ref = binding.secretRef().orElseThrow(() -> unresolved(name, "is bound to no secret reference"));
        Parameter parameter = parameters.get(name);
        SecretValue value = parameter != null && binding.source() == BindingSource.GENERATED
                ? vault.secret(parameter, ref)
                : resolved(name, ref);
        if (parameter != null) {
            try {
                SecretRules.check(parameter, value);
            } catch (SecretException refused) {
                value.close();
                throw refused;
            }
        }
        remember(value);
        return value;
    }

    /** What nothing that comes back from the cluster may hold: the secrets that were handed over until now. */
    Sweep sweep() {
        return Sweep.of(handedOver);
    }

    /** Forgets what was handed over. */
    void forget() {
        handedOver.close();
    }

    private void remember(SecretValue value) {
        String plaintext = value.revealText();
        if (!CommonWords.contains(plaintext.strip())) {
            handedOver.add("bound-secret", plaintext);
        }
    }

    private SecretValue resolved(String name, SecretRef ref) {
        return resolvers.stream()
                .map(resolver -> resolve(resolver, name, ref))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> unresolved(name, "is bound to " + ref + ", where nothing was found"));
    }

    /** A host's resolver may fail with anything; what its exception says may be the secret, so it is not chained. */
    private Optional<SecretValue> resolve(SecretResolver resolver, String name, SecretRef ref) {
        try {
            return Objects.requireNonNull(resolver.resolve(organisation, ref));
        } catch (SecretException refused) {
            throw refused;
        } catch (RuntimeException failure) {
            throw unresolved(
                    name,
                    "is bound to " + ref + ", whose resolver failed with "
                            + failure.getClass().getName());
        }
    }

    private static SecretException unresolved(String name, String why) {
        return new SecretException(
                ErrorCode.SECRET_UNRESOLVED,
                "parameter '" + name + "' " + why,
                "Make the secret available where the reference points, then commit again.",
                Location.unknown());
    }
}

package io.stackprofile.core.internal.secret;

import io.stackprofile.parameter.SecretRef;
import io.stackprofile.spi.secret.SecretResolver;
import io.stackprofile.testkit.contract.SecretResolverContract;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

class EnvironmentSecretsContractTest extends SecretResolverContract {

    private final Map<String, String> environment = new ConcurrentHashMap<>();

    @Override
    protected SecretResolver resolver() {
        return new EnvironmentSecrets(environment::get);
    }

    @Override
    protected SecretRef keep(String organisation, String name, String secret) {
        environment.put(name, secret);
        return SecretRef.env(name);
    }

    /** A variable is the process's, whoever asks. */
    @Override
    protected boolean servesManyOrganisations() {
        return false;
    }
}

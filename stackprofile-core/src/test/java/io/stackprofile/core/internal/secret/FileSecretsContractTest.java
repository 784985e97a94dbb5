package io.stackprofile.core.internal.secret;

import io.stackprofile.parameter.SecretRef;
import io.stackprofile.spi.secret.SecretResolver;
import io.stackprofile.testkit.contract.SecretResolverContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

class FileSecretsContractTest extends SecretResolverContract {

    @TempDir
    private Path folder;

    @Override
    protected SecretResolver resolver() {
        return new FileSecrets();
    }

    @Override
    protected SecretRef keep(String organisation, String name, String secret) {
        try {
            return SecretRef.file(
                    Files.writeString(folder.resolve(name), secret).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file is the process's, whoever asks. */
    @Override
    protected boolean servesManyOrganisations() {
        return false;
    }

    /** A file that is too large to be a credential. */
    @Override
    protected Optional<SecretRef> failing(String secret) {
        return Optional.of(keep("acme", "large", secret + "\n".repeat(1024 * 1024)));
    }
}

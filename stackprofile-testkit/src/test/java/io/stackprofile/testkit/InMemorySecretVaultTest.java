package io.stackprofile.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.parameter.SecretRef;
import io.stackprofile.parameter.SecretValue;
import io.stackprofile.spi.secret.SecretVault;
import io.stackprofile.testkit.contract.SecretVaultContract;
import org.junit.jupiter.api.Test;

class InMemorySecretVaultTest extends SecretVaultContract {

    @Override
    protected SecretVault openVault() {
        return new InMemorySecretVault();
    }

    @Test
    void itSaysHowManyAndNeverWhat() {
        InMemorySecretVault vault = new InMemorySecretVault();
        vault.putIfAbsent("acme", SecretRef.env("X"), SecretValue.of("hunter2-correct-horse"));

        assertThat(vault).hasToString("InMemorySecretVault[1]");
        assertThat(vault.size()).isEqualTo(1);
    }
}

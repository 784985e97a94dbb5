package io.stackprofile.core.internal.redact.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** A private key's bytes begin with those of its public key, which is no secret. */
class KeyLinesTest {

    @Test
    void thePublicKeyOfAPrivateKeyIsNotTakenForIt() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        SecretLedger ledger = SecretLedger.empty();
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(pair.getPrivate().getEncoded());
        lines.lines().forEach(line -> ledger.addLine("private-key", line));

        Sweep sweep = Sweep.of(ledger);

        assertThat(sweep.find(
                        Base64.getEncoder().encodeToString(pair.getPublic().getEncoded())))
                .isEmpty();
        assertThat(sweep.find(lines.lines().skip(3).findFirst().orElseThrow())).hasSize(1);
    }
}

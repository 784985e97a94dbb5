package io.stackprofile.core.internal.redact.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "dbPassword",
                "DB_PASSWORD",
                "PGPASSWORD",
                "spring.datasource.password",
                "adminPasswords",
                "bindpw",
                "SMTP_PWD",
                "GPG_PASSPHRASE",
                "requirepass",
                "secretKeyBase",
                "aws_secret_access_key",
                "SNMP_COMMUNITY",
                "DATA_SOURCE_PASS",
                "password2",
                "passwordValue",
                "client-key-data",
                "auth.password",
                "--db-password"
            })
    void theseNamePasswords(String name) {
        assertThat(CredentialNames.builtIn().of(name)).isEqualTo(Strength.STRONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apiKey",
                "api_key",
                "SESSION_KEY",
                "RAILS_MASTER_KEY",
                "token",
                "authToken",
                "credentials",
                "NPM_AUTH",
                "PARTNER_API_JWT",
                "encryptionSalt",
                "maxmindLicenseKey",
                "fernetKey",
                "X-Origin-Token",
                "secretValue",
                "credentialAes256Key",
                "blobConnectionString",
                "sentryDsn",
                "cookie-secret"
            })
    void theseNameSecretsIfTheValueLooksLikeOne(String name) {
        assertThat(CredentialNames.builtIn().of(name)).isIn(Strength.LIKELY, Strength.FIRM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordFile",
                "PASSWORD_FILE",
                "tokenTTL",
                "adminPasswordMtime",
                "TOKEN_TTL",
                "secretName",
                "existingSecret",
                "MAX_TOKENS_LIMIT",
                "existingSecretPasswordKey",
                "PASSWORD_MIN_LENGTH",
                "ENABLE_PASSWORD_AUTH_URL",
                "keyspace",
                "AUTHOR",
                "TOKENIZER",
                "PUBLIC_KEY",
                "PARTITION_KEY",
                "key",
                "CACHE_KEY_PREFIX",
                "JWT_ALGORITHM",
                "ENCRYPTION_KEY_ID",
                "credential_name",
                "passwordKey",
                "checksum/secrets",
                "OAUTH_TOKEN_URL",
                "compass",
                "bypass",
                ""
            })
    void theseNameSomethingElse(String name) {
        assertThat(CredentialNames.builtIn().of(name)).isEqualTo(Strength.NONE);
    }
}

package io.stackprofile.core.internal.secret;

import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.parameter.SecretRef;
import io.stackprofile.parameter.SecretValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSecretsTest {

    @TempDir
    private Path folder;

    @Test
    void aFileIsTheSecretLessTheLineEndThatEditorsAdd() throws IOException {
        assertThat(resolved("Quarry!Lantern\n")).isEqualTo("Quarry!Lantern");
        assertThat(resolved("Quarry!Lantern\r\n")).isEqualTo("Quarry!Lantern");
        assertThat(resolved("two\nlines\n\n")).isEqualTo("two\nlines\n");
        assertThat(resolved("")).isEmpty();
    }

    @Test
    void bytesThatAreNoTextStayAsTheyAre() throws IOException {
        byte[] bytes = {0, (byte) 0xff, 10, 13, 7};
        Path file = Files.write(folder.resolve("key"), bytes);

        try (SecretValue value = new FileSecrets()
                .resolve("acme", SecretRef.file(file.toString()))
                .orElseThrow()) {
            assertThat(value.reveal()).isEqualTo(bytes);
        }
    }

    @Test
    void whatIsNotThereIsEmptyAndWhatIsNoSecretIsRefused() throws IOException {
        Path large = Files.write(folder.resolve("large"), new byte[1024 * 1024 + 1]);

        assertThat(new FileSecrets()
                        .resolve("acme", SecretRef.file(folder.resolve("gone").toString())))
                .isEmpty();
        assertThat(new FileSecrets().resolve("acme", SecretRef.file(folder.toString())))
                .isEmpty();
        assertThat(new FileSecrets().resolve("acme", SecretRef.env("PATH"))).isEmpty();
        assertFails(
                ErrorCode.SECRET_UNRESOLVED, () -> new FileSecrets().resolve("acme", SecretRef.file(large.toString())));
    }

    @Test
    void aVariableIsTheSecretAndAMissingOneIsEmpty() {
        try (SecretValue value =
                new EnvironmentSecrets().resolve("acme", SecretRef.env("PATH")).orElseThrow()) {
            assertThat(value.revealText()).isEqualTo(System.getenv("PATH"));
        }
        assertThat(new EnvironmentSecrets().resolve("acme", SecretRef.env("STACKPROFILE_NOT_SET")))
                .isEmpty();
        assertThat(new EnvironmentSecrets().resolve("acme", SecretRef.file("/etc/hostname")))
                .isEmpty();
    }

    private String resolved(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), content);
        try (SecretValue value = new FileSecrets()
                .resolve("acme", SecretRef.file(file.toString()))
                .orElseThrow()) {
            return value.revealText();
        }
    }
}

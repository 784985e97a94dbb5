package io.stackprofile.benchmarks.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedactionListTest {

    private static final String SECRET = "Kd82hsLq01xz";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void writeStack() throws IOException {
        Files.createDirectories(folder.resolve("app"));
        Files.writeString(
                folder.resolve("app/values.yaml"), "# password: " + SECRET + "\nauth:\n  password: " + SECRET);
        Files.writeString(folder.resolve("README.md"), "password: " + SECRET);
    }

    @Test
    void everyReplacementIsALineThatRepeatsNoValue() {
        assertThat(list(folder.toString())).isZero();

        assertThat(text(out)).doesNotContain(SECRET);
        assertThat(text(out).lines()).hasSize(3);
        assertThat(text(out).lines())
                .anySatisfy(line -> assertThat(line).startsWith("app/values.yaml\tcomment line 1\t"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("app/values.yaml\t/auth/password line 3\tcredential-name\t")
                        .contains("\tparameterised\tauth_password\t"))
                .contains("2 replacements in 1 members");
    }

    @Test
    void leavesAreShownOnRequest() {
        list("--show-values", folder.toString());

        assertThat(text(out).lines())
                .containsSubsequence("    - # password: " + SECRET, "    + [redacted]")
                .containsSubsequence("    - " + SECRET, "    + ${{ parameters.auth_password }}");
    }

    @Test
    void aLongLeafIsCutToWhatChangedAndALittleAround() {
        String line = "x".repeat(100) + "\n";

        LeafChange change = LeafChange.between(line + "a=1\n" + line, line + "a=2\n" + line);

        String around = "x".repeat(57) + "\\na=";
        assertThat(change.before()).isEqualTo("…" + around + "1\\n" + "x".repeat(59) + "…");
        assertThat(change.after()).isEqualTo("…" + around + "2\\n" + "x".repeat(59) + "…");
        assertThat(change).hasToString("LeafChange");
    }

    @Test
    void whatCannotBeReadIsAnError() throws IOException {
        assertThat(list(folder.resolve("nowhere").toString())).isEqualTo(1);
        Files.writeString(folder.resolve("app/values.yaml"), "a: 1\na: 2\n");
        assertThat(list(folder.toString())).isEqualTo(1);
        assertThat(list()).isEqualTo(2);
        assertThat(text(err)).contains("cannot read: ", "usage: redaction-list STACK.tar.gz|FOLDER [--show-values]");
    }

    private int list(String... arguments) {
        return RedactionList.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

package io.stackprofile.core.internal.redact;

import static io.stackprofile.core.internal.redact.RedactorTest.manifest;
import static io.stackprofile.core.internal.redact.RedactorTest.redact;
import static io.stackprofile.core.internal.redact.RedactorTest.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.stackprofile.core.internal.redact.sweep.SecretLedger;
import io.stackprofile.core.internal.redact.sweep.Sweep;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlScalar;
import io.stackprofile.yaml.YamlValue;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.xml.sax.InputSource;
import tools.jackson.databind.json.JsonMapper;

/** A document in a string loses a generated secret, still reads as what it is, and is given back by binding. */
class EmbeddedRoundTripTest {

    /** A kind of document; {@code write} puts a secret into it as the kind demands. */
    enum Kind {
        JSON("app.json") {
            @Override
            String write(String secret) {
                return "{\"port\": 1, \"db\": {\"password\": "
                        + YamlValue.of(secret).json() + "}, \"ttl\": \"5m\"}\n";
            }

            @Override
            void read(String text) {
                JsonMapper.builder().build().readTree(text);
            }
        },
        NESTED_JSON("outer.json") {
            @Override
            String write(String secret) {
                return "{\"doc\": " + YamlValue.of(JSON.write(secret).strip()).json() + "}\n";
            }

            @Override
            void read(String text) throws Exception {
                JSON.read(JsonMapper.builder().build().readTree(text).get("doc").asString());
            }
        },
        YAML("app.yaml") {
            @Override
            String write(String secret) {
                return "db:\n  password: '" + secret.replace("'", "''") + "'  # kept\n  port: 1\n";
            }

            @Override
            void read(String text) {
                new Load(LoadSettings.builder().build()).loadFromString(text);
            }
        },
        PROPERTIES("app.properties") {
            @Override
            String write(String secret) {
                return "port=1\ndb.password=" + secret.replace("\\", "\\\\") + "\nttl=5m\n";
            }

            @Override
            void read(String text) throws Exception {
                Properties properties = new Properties();
                properties.load(new StringReader(text));
                assertThat(properties).hasSize(3).containsEntry("ttl", "5m");
            }
        },
        XML("app.xml") {
            @Override
            String write(String secret) {
                String escaped =
                        secret.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
                return "<app><db password=\"" + escaped + "\"/><token>" + escaped + "</token></app>\n";
            }

            @Override
            void read(String text) throws Exception {
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(text)));
            }
        },
        TOML("app.toml") {
            @Override
            String write(String secret) {
                return "[db]\nport = 1\npassword = " + YamlValue.of(secret).json() + "\nttl = \"5m\"\n";
            }

            @Override
            void read(String text) {
                assertThat(text.lines().filter(line -> line.startsWith("password")))
                        .allMatch(line -> line.matches("password = \".*\""));
            }
        },
        INI("app.ini") {
            @Override
            String write(String secret) {
                return "[db]\nport = 1\npassword = " + secret + "\nttl = 5m\n";
            }
        },
        SHELL("app.sh") {
            @Override
            String write(String secret) {
                return "#!/bin/sh\nexport DB_PASSWORD='" + secret.replace("'", "") + "'\nexec app --port 1\n";
            }
        },
        PHP("config.php") {
            @Override
            String write(String secret) {
                return "<?php\ndefine('DB_PASSWORD', '"
                        + secret.replace("\\", "\\\\").replace("'", "\\'") + "');\n";
            }
        };

        private final String file;

        Kind(String file) {
            this.file = file;
        }

        abstract String write(String secret);

        void read(String text) throws Exception {
            assertThat(text.lines().count()).isPositive();
        }
    }

    /** How the string that holds the document is written. */
    enum Style {
        BLOCK {
            @Override
            String write(String text) {
                return "|\n    " + text.strip().replace("\n", "\n    ");
            }
        },
        DOUBLE {
            @Override
            String write(String text) {
                return YamlValue.of(text).json();
            }
        },
        SINGLE {
            @Override
            String write(String text) {
                return "'" + text.replace("'", "''").replace("\n", "\n\n    ").stripTrailing() + "'";
            }
        };

        abstract String write(String text);
    }

    @Provide
    Arbitrary<String> secrets() {
        Arbitrary<String> middle = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .withChars("!&<\"'\\+/=@%,é")
                .ofMaxLength(20);
        return Combinators.combine(middle, Arbitraries.of("kT7w", "Zx9L")).as((text, end) -> end + text + "Pq2m");
    }

    @Property(tries = 300)
    void itReadsAsWhatItIsAndComesBack(@ForAll Kind kind, @ForAll Style style, @ForAll("secrets") String secret)
            throws Exception {
        String source = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: app}\ndata:\n  " + kind.file + ": "
                + style.write(kind.write(secret)) + "\n";

        RedactedStack redacted = redact(manifest("m", source));

        String template = text(redacted, "m");
        YamlScalar document = (YamlScalar) YamlFile.parse(template)
                .documents()
                .get(0)
                .at("/data/" + kind.file)
                .orElseThrow()
                .resolve();
        assertThat(redacted.redactions()).isNotEmpty();
        SecretLedger ledger = SecretLedger.empty();
        ledger.add("planted", secret);
        assertThat(Sweep.of(ledger).find(template)).isEmpty();
        assertThatCode(() -> kind.read(document.text())).doesNotThrowAnyException();
        assertThat(redacted.roundTrip().residuals()).isEmpty();
    }

    @Property(tries = 30)
    void everyFileOfTheTableComesBack(@ForAll("files") String name) {
        String source = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: app}\ndata:\n  \"" + name + "\": "
                + YamlValue.of(Fixtures.plain(name)).json() + "\n";

        RedactedStack redacted = redact(manifest("m", source));

        assertThat(redacted.redactions()).isNotEmpty();
        assertThat(redacted.roundTrip().residuals()).isEmpty();
        assertThat(Optional.of(text(redacted, "m"))).isPresent();
    }

    @Provide
    Arbitrary<String> files() {
        return Arbitraries.of(List.of(
                "application.properties",
                "grafana.ini",
                "app.env",
                "config.toml",
                "settings.xml",
                "vault.hcl",
                "nginx.conf",
                "users.ldif",
                "wp-config.php",
                "settings.py",
                "init.sh",
                "users.sql",
                "Dockerfile",
                "tsconfig.json",
                "values.yaml",
                "cloud-init.yaml"));
    }
}

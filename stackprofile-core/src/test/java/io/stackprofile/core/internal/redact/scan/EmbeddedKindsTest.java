package io.stackprofile.core.internal.redact.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.core.internal.redact.Fixtures;
import io.stackprofile.core.internal.redact.rule.Hit;
import io.stackprofile.core.internal.redact.rule.Knowledge;
import io.stackprofile.yaml.YamlLimits;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of every kind, in which exactly the marked spans must go. */
class EmbeddedKindsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application.properties",
                "grafana.ini",
                "my.cnf",
                ".npmrc",
                "app.env",
                "config.toml",
                "settings.xml",
                "vault.hcl",
                "nginx.conf",
                "haproxy.cfg",
                "redis.conf",
                "sentinel.conf",
                "userlist.txt",
                ".pgpass",
                ".netrc",
                ".htpasswd",
                "users.ldif",
                "rabbitmq.config",
                "wp-config.php",
                "settings.py",
                "app.rb",
                "salesforce.js",
                "seed.groovy",
                "init.sh",
                "users.sql",
                "Dockerfile",
                "crontab",
                "app.service",
                "tsconfig.json",
                "values.yaml",
                "cloud-init.yaml",
                ".esmtprc",
                "clients.conf",
                "sip.conf",
                "app.ini",
                "pipeline.yml",
                "template.yaml",
                "kratos.yml",
                "envoy.yaml",
                "auth.json",
                "application.yml",
                "client.ovpn",
                "messages_de.properties",
                "connect.pl",
                "deploy.ps1",
                "nb.json"
            })
    void aFileLosesItsSecretsAndNothingElse(String name) {
        Marked file = Marked.of(Fixtures.marked(name));

        assertThat(file.without(find(file.text(), name))).isEqualTo(file.expected());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grafana.ini",
                "app.env",
                "config.toml",
                "settings.xml",
                "vault.hcl",
                "nginx.conf",
                "users.ldif",
                "wp-config.php",
                "init.sh",
                "users.sql",
                "app.service",
                "tsconfig.json",
                "values.yaml"
            })
    void aFileUnderANameThatSaysNothingIsKnownByItsLooks(String name) {
        Marked file = Marked.of(Fixtures.marked(name));

        assertThat(file.without(find(file.text(), "data"))).isEqualTo(file.expected());
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aLineLosesItsSecretsAndNothingElse(String line) {
        Marked marked = Marked.of(line);

        assertThat(marked.without(find(marked.text(), "text"))).isEqualTo(marked.expected());
    }

    static Stream<String> lines() {
        return Fixtures.resource("lines.txt").lines().filter(line -> !line.startsWith("#"));
    }

    static List<Hit> find(String text, String name) {
        return new EmbeddedScan(Knowledge.builtIn(), YamlLimits.DEFAULT)
                .find(text, Place.root().entry(name, null));
    }
}

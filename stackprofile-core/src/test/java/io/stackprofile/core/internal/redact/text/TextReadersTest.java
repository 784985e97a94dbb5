package io.stackprofile.core.internal.redact.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.core.internal.redact.Fixtures;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Laws of every reader, whatever it is given to read. */
class TextReadersTest {

    private static final List<String> PIECES = List.of(
            "\"",
            "'",
            "`",
            "\"\"\"",
            "\\",
            "\n",
            "\r\n",
            "\t",
            " ",
            "=",
            ":",
            "=>",
            "{",
            "}",
            "[",
            "]",
            "(",
            ")",
            "<",
            ">",
            "</a>",
            "<a b='",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "&amp;",
            "&#65;",
            "#",
            "//",
            "/*",
            "*/",
            ";",
            ",",
            "|",
            "&",
            "$",
            "${",
            "$(",
            "<<EOF",
            "EOF\n",
            "<<-'X'\n",
            "-p",
            "--token ",
            "curl -u a:",
            "echo a:b |",
            "chpasswd",
            "password",
            "token",
            "x1Y2z3W4",
            "é",
            "\u0000",
            "insert into t (password) values ('",
            "dn: x\n",
            "ENV ",
            "* * * * * ",
            "-c ",
            "htpasswd -b ",
            "vault login ",
            "[a.b]\n",
            "\\u00e9",
            "\\x4");

    @Provide
    Arbitrary<String> soup() {
        return Arbitraries.of(PIECES).list().ofMaxSize(40).map(pieces -> String.join("", pieces));
    }

    @Property(tries = 3000)
    void entriesStandInTheTextInOrderAndApart(@ForAll TextKind kind, @ForAll("soup") String text) {
        int at = 0;
        for (Entry entry : Spans.apart(kind.read(text))) {
            Written value = entry.value();
            assertThat(value.from()).isBetween(at, text.length());
            assertThat(value.to()).isBetween(value.from(), text.length());
            for (int i = 0; i <= value.text().length(); i++) {
                assertThat(value.startOf(i)).isBetween(value.from(), value.to());
                assertThat(value.endOf(i)).isBetween(value.from(), value.to());
            }
            at = value.to();
        }
    }

    @Property(tries = 1000)
    void aKindIsToldOfAnyText(@ForAll("soup") String text) {
        assertThat(TextKinds.of("data", text)).isNotNull();
        assertThat(TextKinds.of("app.conf", text)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "application-prod.properties, PROPERTIES",
        ".env.production, ENV",
        "/etc/app/config.toml, TOML",
        "settings.XML, XML",
        "main.tfvars, CODE",
        "my.cnf, INI",
        "users.acl, DIRECTIVES",
        "entrypoint.sh, SHELL",
        "seed.sql, SQL",
        "userlist.txt, USERLIST",
        "pgpass, PGPASS",
        ".dockerconfigjson, JSON",
        "values.yaml, YAML"
    })
    void aNameTellsTheKind(String name, TextKind kind) {
        assertThat(TextKinds.named(name)).contains(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "grafana.ini, INI",
        "config.toml, TOML",
        "settings.xml, XML",
        "init.sh, SHELL",
        "users.sql, SQL",
        "users.ldif, LDIF"
    })
    void theLooksTellTheKind(String file, TextKind kind) {
        assertThat(TextKinds.of("data", Fixtures.plain(file))).contains(kind);
    }
}

package io.stackprofile.core.internal.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Limits;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateRenderTest {

    @Test
    void valuesStandWhereTheirPlaceholdersStoodAndNothingElseChanges() {
        String text = """
                # ${{ parameters.p }} is told here, not bound
                apiVersion: apps/v1
                spec:   {replicas: "${{ parameters.n | typed }}", paused: false} # flow
                host:  'www.${{ parameters.p }}.dev'   # quotes stay
                port: "${{ parameters.n }}"
                count: ${{ parameters.n }}
                on: ${{ parameters.b }}
                "${{ parameters.p }}-${{ parameters.n }}": key
                config: |
                    region=${{ parameters.p }}
                    {{ .Values.p }} ${HOME} $(POD) ${{ secrets.P }} $${{ parameters.p }}
                password: ${{ parameters.s }}
                dsn: postgres://app:${{ parameters.s | urlencode }}@db.${{ parameters.p }}/app
                """;

        String draft = new Oracle()
                .value("p", ParameterValue.of("acme"))
                .value("n", ParameterValue.of(3))
                .value("b", ParameterValue.of(true))
                .secret("s")
                .render(text);

        assertThat(draft).isEqualTo("""
                        # ${{ parameters.p }} is told here, not bound
                        apiVersion: apps/v1
                        spec:   {replicas: 3, paused: false} # flow
                        host:  'www.acme.dev'   # quotes stay
                        port: "3"
                        count: 3
                        on: true
                        "acme-3": key
                        config: |
                            region=acme
                            {{ .Values.p }} ${HOME} $(POD) ${{ secrets.P }} $${{ parameters.p }}
                        password: ${{ parameters.s }}
                        dsn: postgres://app:${{ parameters.s | urlencode }}@db.acme/app
                        """);
    }

    @Test
    void aTextWithoutPlaceholdersIsNotEvenParsed() {
        String text = "not: [yaml, but ${{ secrets.X }} and $${{ parameters.p }}\n";

        assertThat(new Oracle().render(text)).isSameAs(text);
    }

    @Test
    void aTextWithPlaceholdersOnlyInCommentsComesBackAsItIs() {
        String text = "# ${{ parameters.p }} ${{ parameters.\na: 1\n";

        assertThat(new Oracle().render(text)).isSameAs(text);
    }

    @Test
    void aMultilineValueKeepsItsBlock() {
        String pem = "-----BEGIN CERTIFICATE-----\nMIIB\n\nabc=\n-----END CERTIFICATE-----";

        assertThat(new Oracle()
                        .value("p", ParameterValue.of(pem))
                        .render("data:\n  ca.crt: |\n    ${{ parameters.p }}\n  next: x\n"))
                .isEqualTo("""
                        data:
                          ca.crt: |
                            -----BEGIN CERTIFICATE-----
                            MIIB

                            abc=
                            -----END CERTIFICATE-----
                          next: x
                        """.replace("MIIB\n\n", "MIIB\n    \n"));
    }

    @Test
    void aTextThatPlainCannotHoldIsQuoted() {
        assertThat(bind("a: ${{ parameters.p }}\n", "0644")).isEqualTo("a: \"0644\"\n");
        assertThat(bind("a: ${{ parameters.p }}\n", "yes")).isEqualTo("a: \"yes\"\n");
        assertThat(bind("a: ${{ parameters.p }}\n", "x: y")).isEqualTo("a: \"x: y\"\n");
        assertThat(bind("a: ${{ parameters.p }}\n", "")).isEqualTo("a: \"\"\n");
        assertThat(bind("a: ${{ parameters.p }}.5\n", "1")).isEqualTo("a: \"1.5\"\n");
        assertThat(bind("a: v ${{ parameters.p }}\n", "1 # x")).isEqualTo("a: \"v 1 # x\"\n");
        assertThat(bind("a: '${{ parameters.p }}'\n", "it's")).isEqualTo("a: 'it''s'\n");
        assertThat(bind("a: '${{ parameters.p }}'\n", "a\nb")).isEqualTo("a: \"a\\nb\"\n");
    }

    @Test
    void aTextThatPlainCanHoldStaysPlain() {
        assertThat(bind("- --url=https://${{ parameters.p }}/x?y={z}\n", "acme.dev"))
                .isEqualTo("- --url=https://acme.dev/x?y={z}\n");
        assertThat(bind("- -v${{ parameters.p }}\n", "2")).isEqualTo("- -v2\n");
        assertThat(bind("- -${{ parameters.p }}\n", "2")).isEqualTo("- \"-2\"\n");
        assertThat(bind("- -${{ parameters.p }}\n", " 2")).isEqualTo("- \"- 2\"\n");
        assertThat(bind("- --${{ parameters.p }}\n", "- a")).isEqualTo("- \"--- a\"\n");
        assertThat(bind("a: caf\u00e9 ${{ parameters.p }}, [x]\n", "\u00e0 la carte"))
                .isEqualTo("a: caf\u00e9 \u00e0 la carte, [x]\n");
    }

    @Test
    void aValueThatLooksLikeAPlaceholderIsEscapedInTheDraft() {
        assertThat(bind("a: ${{ parameters.p }}\n", "${{ parameters.p }}")).isEqualTo("a: $${{ parameters.p }}\n");
        assertThat(bind("a: x ${{ parameters.p }}\n", "$${{ parameters.p }}"))
                .isEqualTo("a: x $$${{ parameters.p }}\n");
    }

    @Test
    void aValueThatBecomesAPlaceholderWithItsNeighbourIsHidden() {
        assertThat(bind("a: |\n  ${{ parameters.p }}{{ parameters.p }} $${{ parameters.p }}\n", "$"))
                .isEqualTo("a: \"\\x24{{ parameters.p }} \\x24{{ parameters.p }}\\n\"\n");
        assertThat(new Oracle()
                        .value("p", ParameterValue.of("$"))
                        .secret("s")
                        .render("a: ${{ parameters.p }}${{ parameters.s }}\n"))
                .isEqualTo("a: \"\\x24${{ parameters.s }}\"\n");
    }

    @Test
    void aTypedSecretKeepsItsQuotesUntilItHasAValue() {
        Oracle values = new Oracle().value("p", ParameterValue.of(3)).secret("s");
        String text = "a: {n: \"${{ parameters.p | typed }}\", s: \"${{ parameters.s | typed }}\"}\n";
        assertThat(values.render(text)).isEqualTo("a: {n: 3, s: \"${{ parameters.s | typed }}\"}\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "base64!acme!YWNtZQ==",
                "base64!1234!MTIzNA==",
                "json!hi!\"\\\"hi\\\"\"",
                "urlencode!p@ss w/\u00e9~!p%40ss%20w%2F%C3%A9~"
            })
    void aFilterMakesText(String filter, String value, String written) {
        assertThat(bind("a: ${{ parameters.p | " + filter + " }}\n", value)).isEqualTo("a: " + written + "\n");
    }

    @Test
    void jsonStandsWithinJson() {
        assertThat(new Oracle()
                        .value("p", ParameterValue.of("a \"b\""))
                        .value("n", ParameterValue.of(3))
                        .value("b", ParameterValue.of(false))
                        .render("x: |\n  {\"p\": ${{ parameters.p | json }}, \"n\": ${{parameters.n|json}},"
                                + " \"b\": ${{ parameters.b | json }}}\n"))
                .isEqualTo("x: |\n  {\"p\": \"a \\\"b\\\"\", \"n\": 3, \"b\": false}\n");
    }

    @Test
    void jsontextStandsWithinAJsonString() {
        assertThat(
                        new Oracle()
                                .value("p", ParameterValue.of("a \"b\" \\"))
                                .value("n", ParameterValue.of(3))
                                .render(
                                        "x: |\n  {\"p\": \"at ${{ parameters.p | jsontext }}:${{ parameters.n | jsontext }}!\"}\n"))
                .isEqualTo("x: |\n  {\"p\": \"at a \\\"b\\\" \\\\:3!\"}\n");
    }

    @Test
    void theDefaultIsWrittenAsItWasSpelled() {
        assertThat(bindDefault(
                        "a: ${{ parameters.p }}\n", ParameterValue.of(420).spelled("0644")))
                .isEqualTo("a: 0644\n");
        assertThat(bindDefault(
                        "a: x${{ parameters.p }}\n", ParameterValue.of(420).spelled("0644")))
                .isEqualTo("a: x0644\n");
        assertThat(bindDefault(
                        "a: ${{ parameters.p }}\n", ParameterValue.of(true).spelled("yes")))
                .isEqualTo("a: yes\n");
        assertThat(bindDefault(
                        "a: ${{ parameters.p }}\n",
                        ParameterValue.of(new BigDecimal("1E+3")).spelled("1e3")))
                .isEqualTo("a: 1e3\n");
        assertThat(bindDefault(
                        "a: ${{ parameters.p }}\n", ParameterValue.of("x y").spelled("'x y'")))
                .isEqualTo("a: 'x y'\n");
        assertThat(bindDefault("a: ${{ parameters.p }}\n", ParameterValue.of("caf\u00e9, [au] lait")))
                .isEqualTo("a: caf\u00e9, [au] lait\n");
    }

    @Test
    void aSpellingThatIsNotTheValueIsIgnored() {
        assertThat(bindDefault("a: ${{ parameters.p }}\n", ParameterValue.of(3).spelled("3\nevil: true")))
                .isEqualTo("a: 3\n");
        assertThat(bindDefault("a: ${{ parameters.p }}\n", ParameterValue.of(3).spelled("4")))
                .isEqualTo("a: 3\n");
        assertThat(bindDefault(
                        "a: ${{ parameters.p }}\n", ParameterValue.of(true).spelled("no")))
                .isEqualTo("a: true\n");
        assertThat(bindDefault(
                        "a: ${{ parameters.p }}\n", ParameterValue.of("x").spelled("'y'")))
                .isEqualTo("a: x\n");
        assertThat(bindDefault(
                        "a: ${{ parameters.p }}\n", ParameterValue.of("x").spelled("'x' # y")))
                .isEqualTo("a: x\n");
    }

    @Test
    void manyPlaceholdersInOneLongTextTakeLinearTime() {
        StringBuilder text = new StringBuilder("a: |\n");
        for (int i = 0; i < 20_000; i++) {
            text.append("  line of some length ${{ parameters.p }} and its end\n");
        }
        long start = System.nanoTime();

        assertThat(Oracle.trees(bind(text.toString(), "two\n lines"))).hasSize(1);
        assertThat(System.nanoTime() - start).isLessThan(30_000_000_000L);
    }

    private static String bind(String text, String value) {
        return new Oracle().value("p", ParameterValue.of(value)).render(text);
    }

    private static String bindDefault(String text, ParameterValue value) {
        Parameter parameter = Parameter.builder()
                .name("p")
                .type(
                        switch (value.kind()) {
                            case STRING -> ParameterType.STRING;
                            case NUMBER -> ParameterType.NUMBER;
                            case BOOLEAN -> ParameterType.BOOLEAN;
                        })
                .defaultValue(value)
                .build();
        return Template.compile(Oracle.REF, Optional.empty(), text, Map.of("p", parameter), Limits.defaults())
                .render(Map.of("p", value));
    }
}

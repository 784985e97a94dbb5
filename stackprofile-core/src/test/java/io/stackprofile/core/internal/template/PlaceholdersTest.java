package io.stackprofile.core.internal.template;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "replicas: ${{ parameters.replicas }}!replicas: $${{ parameters.replicas }}",
                "a doubled $${{ parameters.x }} here!a doubled $$${{ parameters.x }} here",
                "${{parameters.x}}${{parameters.y}}!$${{parameters.x}}$${{parameters.y}}",
                "${{ parameters.licence | base64 }}!$${{ parameters.licence | base64 }}",
                "${{ parameters.never closed!$${{ parameters.never closed",
                "${{ parameters.${{ parameters.x }}!$${{ parameters.$${{ parameters.x }}"
            })
    void whatLooksLikeAPlaceholderGetsOneMoreDollar(String raw, String escaped) {
        assertThat(Placeholders.escape(raw)).isEqualTo(escaped);
        assertThat(Placeholders.unescape(escaped)).isEqualTo(raw);
    }

    @Test
    void aLineBreakBeforeTheNameDoesNotHideAPlaceholder() {
        assertThat(Placeholders.escape("a: x ${{\n  parameters.x }}")).isEqualTo("a: x $${{\n  parameters.x }}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image: {{ .Values.image }}",
                "run: echo ${{ secrets.TOKEN }} $${{ secrets.TOKEN }}",
                "args: [$(POD_NAME), ${HOME}, $$, ${{ ankra.REGION }}]",
                "{{ parameters.x }}",
                "$ {{ parameters.x }}",
                "${ { parameters.x }}",
                "${{ parameter.x }}",
                ""
            })
    void everythingElseStaysTheSameString(String raw) {
        assertThat(Placeholders.escape(raw)).isSameAs(raw);
        assertThat(Placeholders.unescape(raw)).isSameAs(raw);
    }

    @Test
    void unescapingLeavesLivePlaceholdersAlone() {
        assertThat(Placeholders.unescape("${{ parameters.x }} $${{ parameters.y }}"))
                .isEqualTo("${{ parameters.x }} ${{ parameters.y }}");
    }

    @Property(tries = 3000)
    void unescapeUndoesEscape(@ForAll("texts") String text) {
        assertThat(Placeholders.unescape(Placeholders.escape(text))).isEqualTo(text);
    }

    @Property(tries = 3000)
    void nothingIsAPlaceholderOnceEscaped(@ForAll("texts") String text) {
        assertThat(TokenScan.all(Placeholders.escape(text))).noneMatch(Token::isLive);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "$",
                        "$$",
                        "{",
                        "{{",
                        "}}",
                        "}",
                        " ",
                        "\n",
                        "parameters.",
                        "parameters",
                        ".",
                        "x",
                        "|",
                        "base64",
                        "${{ parameters.x }}",
                        "ankra.",
                        "\"",
                        "'",
                        "\u00e9",
                        "\ud83d\ude80")
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join("", parts));
    }
}

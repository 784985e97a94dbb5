package io.stackprofile.core.internal.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.error.InvalidContentException;
import io.stackprofile.parameter.ParameterValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerbatimTest {

    @Property(tries = 6_000)
    void whatIsWrittenAsItIsIsWhatTheCarefulWayWrites(
            @ForAll("template") String text, @ForAll("value") ParameterValue one, @ForAll("value") ParameterValue two) {
        both(text, one, two).forEach((quick, careful) -> assertThat(quick).isEqualTo(careful));
    }

    @Property(tries = 6_000)
    void soDoPiecesThatTogetherSayMoreThanEach(
            @ForAll("keyword") String keyword,
            @ForAll("place") String place,
            @ForAll @IntRange(max = 9) int start,
            @ForAll @IntRange(min = 1, max = 9) int length) {
        int from = Math.min(start, keyword.length() - 1);
        int to = Math.min(from + length, keyword.length());
        String written = keyword.substring(0, from) + "${{ parameters.p }}" + keyword.substring(to);
        String text = place.replace("@", written);
        ParameterValue value = ParameterValue.of(keyword.substring(from, to));

        if (isTemplate(text)) {
            both(text, value, value)
                    .forEach((quick, careful) -> assertThat(quick).isEqualTo(careful));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: ${{ parameters.p }}\n",
                "a: [\"${{ parameters.p | typed }}\"]\n",
                "a: \"${{ parameters.p }}\"\n",
                "a: 'https://${{ parameters.p }}/x'\n",
                "a: |\n  region=${{ parameters.p }}\n  name=${{ parameters.r }}\n",
                "a: >\n  folded ${{ parameters.p }}\n  lines\n",
                "image: registry.acme.dev/api:${{ parameters.p }}\n",
                "host: www.${{ parameters.p }}.${{ parameters.r }}\n",
                "- --region=${{ parameters.p }}\n",
                "a: postgres://app:${{ parameters.r | urlencode }}@db.${{ parameters.p }}/app\n",
                "data: \"${{ parameters.p | base64 }} ${{ parameters.s }}\"\n"
            })
    void aUsualValueIsWrittenAsItIs(String text) {
        assertThat(both(text, ParameterValue.of("staging"), ParameterValue.of("acme.dev")))
                .hasSize(1);
    }

    /** What each scalar becomes as it is and with care; only those that can be written as they are. */
    private static Map<String, String> both(String text, ParameterValue one, ParameterValue two) {
        Template template =
                new Oracle().value("p", one).value("r", two).secret("s").compile(text);
        @Nullable ParameterValue[] values = template.values(Map.of("p", one, "r", two), true);
        Map<String, String> both = new LinkedHashMap<>();
        int first = 0;
        for (ScalarTemplate scalar : template.scalars()) {
            List<String> cut = new ArrayList<>();
            scalar.addParts(cut);
            String[] parts = cut.toArray(String[]::new);
            if (scalar.verbatim().write(parts, 0, values, first)) {
                both.put(String.join("", Arrays.asList(parts)), scalar.careful(values, first));
            }
            first += scalar.size();
        }
        return both;
    }

    @Provide
    Arbitrary<String> keyword() {
        return Arbitraries.of(
                "true",
                "Yes",
                "off",
                "no",
                "null",
                "false",
                "~",
                "y",
                "truey",
                "0x1F",
                "1e3",
                "1.5",
                "-3",
                ".5",
                "+7",
                "0644",
                "0o17",
                "-0x1F",
                "12e",
                "1_000",
                "-.inf",
                ".NaN",
                "--x",
                "---",
                "--- x",
                "...",
                "... x",
                "a: b",
                "a :b",
                "a #b",
                "a:/b",
                "https://acme.dev",
                "--a=b",
                "- a",
                "-a",
                "?x",
                "a,b",
                "a]b",
                "'a'",
                "\"a",
                "it's",
                "a\\b",
                "&a",
                "*a",
                "!a",
                "x  y",
                " x",
                "x ",
                "$${{ parameters.q }}",
                "${{ parameters.q }}",
                "2001-01-01",
                "12:30:45",
                "<<",
                "=",
                "longer-word",
                "longer.word-",
                "_longer",
                "10Gi");
    }

    @Provide
    Arbitrary<String> template() {
        Arbitrary<String> piece = Arbitraries.of(
                        "",
                        "",
                        "-",
                        "--",
                        "a",
                        "z",
                        "x",
                        "0",
                        "0x",
                        "1",
                        "1.",
                        ".",
                        "_",
                        "e",
                        "tr",
                        "ye",
                        "nul",
                        "of",
                        "f",
                        "+",
                        "on",
                        ":",
                        "/",
                        "=",
                        "#",
                        " ",
                        ": ",
                        " #",
                        "...",
                        "---",
                        "~",
                        "<<",
                        "$",
                        "{",
                        "https://")
                .list()
                .ofMaxSize(2)
                .map(parts -> String.join("", parts));
        Arbitrary<String> token = Arbitraries.of(
                "${{ parameters.p }}",
                "${{ parameters.p }}",
                "${{ parameters.r }}",
                "${{ parameters.s }}",
                "${{ parameters.p | base64 }}",
                "${{ parameters.p | urlencode }}",
                "${{ parameters.p | json }}");
        Arbitrary<String> made = Combinators.combine(place(), piece, token, piece, token.injectNull(0.5), piece)
                .as((around, a, one, b, two, c) -> around.replace("@", a + one + b + (two == null ? "" : two) + c));
        return Arbitraries.oneOf(made.filter(VerbatimTest::isTemplate), Arbitraries.of(Places.ALL));
    }

    @Provide
    Arbitrary<String> place() {
        return Arbitraries.of(
                "a: @\n",
                "- @\n",
                "@\n",
                "a: \"@\"\n",
                "a: '@'\n",
                "a: |\n  @\n",
                "a: >-\n  x\n  @\n",
                "{a: '@'}\n",
                "a: x @\n  y\n",
                "--- |\n@\n",
                "@: x\n",
                "a: &b @\nc: *b\n",
                "a: !!str @\n");
    }

    private static boolean isTemplate(String text) {
        ParameterValue any = ParameterValue.of("any");
        try {
            new Oracle().value("p", any).value("r", any).secret("s").compile(text);
            return true;
        } catch (InvalidContentException notYaml) {
            return false;
        }
    }

    @Provide
    Arbitrary<ParameterValue> value() {
        Arbitrary<String> atom = Arbitraries.of(
                "a",
                "b",
                "x",
                "e",
                "E",
                "f",
                "n",
                "o",
                "y",
                "es",
                "ue",
                "rue",
                "l",
                "0",
                "1",
                "9",
                "0x",
                ".",
                "-",
                "_",
                "/",
                "+",
                ":",
                " ",
                "'",
                "\"",
                "\\",
                "$",
                "{",
                "#",
                ",",
                "\n",
                "\t",
                "\u00e9",
                "staging",
                "acme.dev",
                "inf");
        Arbitrary<ParameterValue> text =
                atom.list().ofMaxSize(5).map(parts -> ParameterValue.of(String.join("", parts)));
        Arbitrary<ParameterValue> word = Arbitraries.strings()
                .withChars("abefnoxyzXEF0189._/-")
                .ofMaxLength(8)
                .map(ParameterValue::of);
        Arbitrary<ParameterValue> typed = Arbitraries.of(
                ParameterValue.of(0),
                ParameterValue.of(-3),
                ParameterValue.of(8080),
                ParameterValue.of(true),
                ParameterValue.of(420).spelled("0644"),
                ParameterValue.of(false).spelled("no"),
                ParameterValue.of("it's").spelled("'it''s'"));
        return Arbitraries.oneOf(text, word, word, typed);
    }
}

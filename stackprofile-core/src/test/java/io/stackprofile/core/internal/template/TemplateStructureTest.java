package io.stackprofile.core.internal.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.parameter.ParameterValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateStructureTest {

    private static final List<String> NASTY = List.of(
            "staging",
            "",
            " ",
            "  lead",
            "trail  ",
            "\n",
            "a\nb",
            "a\n\n  b\n",
            "\n\nlead",
            "trail\n\n",
            "a\r\nb",
            "\t",
            "tab\tbed",
            "key: value",
            "ends:",
            ": x",
            "a #b",
            "# comment",
            "it's",
            "say \"hi\"",
            "back\\slash",
            "'",
            "\"",
            "${{ parameters.x }}",
            "${{ parameters.p }}",
            "$${{ parameters.q }}",
            "${{\nparameters.q }}",
            "$",
            "$$",
            "${",
            "${{",
            "{",
            "{ parameters.q }}",
            "---",
            "--- a",
            "...",
            "a\n---\nb",
            "&anchor",
            "*alias",
            "!tag",
            "%YAML 1.2",
            "@at",
            "`tick",
            "- item",
            "? key",
            "?",
            "-",
            "|",
            ">",
            "|\n  block",
            "[a, b]",
            "{a: b}",
            "a, b",
            "a]b}",
            "<<",
            "=",
            "~",
            "null",
            "yes",
            "off",
            "True",
            "0644",
            "0o14",
            "0x1F",
            "1e3",
            "12",
            "1.5",
            ".inf",
            "2001-01-01",
            "12:30:45",
            "1_000",
            "\ud83d\ude80 caf\u00e9",
            "\u0000\u0007\u001b",
            "\u0085\u2028\u2029\ufeff",
            "\u00a0",
            "x".repeat(200),
            "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n");

    private static final List<ParameterValue> TYPED = List.of(
            ParameterValue.of(0),
            ParameterValue.of(-3),
            ParameterValue.of(8080),
            ParameterValue.of(new BigDecimal("1e3")),
            ParameterValue.of(new BigDecimal("0.50")),
            ParameterValue.of(new BigDecimal("12345678901234567890123")),
            ParameterValue.of(420).spelled("0644"),
            ParameterValue.of(31).spelled("0x1F"),
            ParameterValue.of(1000).spelled("1_000"),
            ParameterValue.of(true),
            ParameterValue.of(false),
            ParameterValue.of(true).spelled("yes"),
            ParameterValue.of(false).spelled("Off"));

    static Stream<String> places() {
        return Places.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("places")
    void aNastyTextChangesNothingButItself(String place) {
        for (String value : NASTY) {
            new Oracle().value("p", ParameterValue.of(value)).secret("s").prove(place);
        }
    }

    @ParameterizedTest
    @MethodSource("places")
    void aNumberOrBooleanIsItselfWhereItMayBeAndTextElsewhere(String place) {
        for (ParameterValue value : TYPED) {
            new Oracle().value("p", value).secret("s").prove(place);
        }
    }

    @Property(tries = 4000)
    void aBoundValueNeverChangesTheStructure(@ForAll("place") String place, @ForAll("text") String value) {
        new Oracle().value("p", ParameterValue.of(value)).secret("s").prove(place);
    }

    @Property(tries = 2000)
    void twoBoundValuesNeverMakeSomethingTogether(
            @ForAll("pair") String place, @ForAll("text") String one, @ForAll("text") String other) {
        new Oracle()
                .value("p", ParameterValue.of(one))
                .value("r", ParameterValue.of(other))
                .secret("s")
                .prove(place);
    }

    @Property(tries = 500)
    void bindingIsTheSameEveryTime(@ForAll("place") String place, @ForAll("text") String value) {
        Oracle oracle = new Oracle().value("p", ParameterValue.of(value)).secret("s");

        assertThat(oracle.render(place)).isEqualTo(oracle.render(place));
    }

    @Provide
    Arbitrary<String> place() {
        return Arbitraries.of(Places.ALL);
    }

    @Provide
    Arbitrary<String> pair() {
        return Arbitraries.of(
                "pair: ${{ parameters.p }}${{ parameters.r }}\nnext: stays\n",
                "pair: ${{ parameters.p }}-${{ parameters.r }} # comment\n",
                "pair: \"${{ parameters.p }} ${{ parameters.r }}\"\n",
                "pair: '${{ parameters.p }}''${{ parameters.r }}'\n",
                "pair: |\n  ${{ parameters.p }}${{ parameters.r }}\n  ${{ parameters.r }}\nnext: stays\n",
                "pair: >\n  ${{ parameters.p }}\n  ${{ parameters.r }} x\nnext: stays\n",
                "pair: ${{ parameters.p }}${{ parameters.r }}${{ parameters.s }}\n",
                "labels:\n  a-${{ parameters.p }}: ${{ parameters.r }}\n  zz-next: stays\n",
                "list: [\"${{ parameters.p | typed }}\", \"${{ parameters.r | typed }}\"]\n");
    }

    @Provide
    Arbitrary<String> text() {
        Arbitrary<String> atoms = Arbitraries.of(
                " ",
                "  ",
                "\n",
                "\n\n",
                "\r\n",
                "\t",
                ":",
                ": ",
                " #",
                "#",
                "'",
                "\"",
                "\\",
                "$",
                "$$",
                "{",
                "{{",
                "}}",
                "[",
                "]",
                ",",
                "-",
                "- ",
                "---",
                "...",
                "&a",
                "*a",
                "!t",
                "%",
                "|",
                ">",
                "?",
                "? ",
                "~",
                "null",
                "true",
                "yes",
                "0",
                "0644",
                "1e3",
                ".",
                "x",
                "acme",
                "parameters.",
                "parameters.p }}",
                "${{ parameters.p }}",
                "<<",
                "=",
                "\u00e9",
                "\ud83d\ude80",
                "\u0000",
                "\u2028",
                "\ufeff",
                "\u0085");
        return atoms.list().ofMaxSize(6).map(parts -> String.join("", parts));
    }
}

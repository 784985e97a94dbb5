package io.stackprofile.core.internal.parameterise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.template.StackBinder;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterisingTest {

    private static final MemberRef REF = MemberRef.manifest("m");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "a: 3|a: ${{ parameters.p }}|NUMBER|3",
                "a: 0644|a: ${{ parameters.p }}|NUMBER|420",
                "a: yes|a: ${{ parameters.p }}|BOOLEAN|true",
                "a: '0644'|a: '${{ parameters.p }}'|STRING|0644",
                "a: \"0644\" # why|a: \"${{ parameters.p }}\" # why|STRING|0644",
                "a: \"x\\u0041\"|a: \"${{ parameters.p ¦ typed }}\"|STRING|xA",
                "{a: [b, 1.50]}|{a: [b, \"${{ parameters.p ¦ typed }}\"]}|NUMBER|1.5",
                "a: &x web # one|a: &x ${{ parameters.p }} # one|STRING|web",
                "a: --flag=x|a: ${{ parameters.p }}|STRING|--flag=x"
            })
    void aWholeScalarKeepsItsSpellingAndWhatStandsBesideIt(
            String before, String after, ParameterType type, String value) {
        String path = before.startsWith("{") ? "/a/1" : "/a";
        Contents changed = apply(before, DraftEdit.Parameterise.of(REF, path, "p"));
        assertThat(text(changed)).isEqualTo(after.replace('¦', '|'));
        assertThat(changed.parameters()).singleElement().satisfies(parameter -> {
            assertThat(parameter.type()).isEqualTo(type);
            assertThat(parameter.defaultValue().map(ParameterValue::text)).contains(value);
        });
        assertThat(boundWithDefaults(changed)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "a: shop.acme.dev|acme.dev|a: shop.${{ parameters.p }}|acme.dev",
                "a: acme and acme|acme|a: ${{ parameters.p }} and ${{ parameters.p }}|acme",
                "a: https://acme.dev/x|acme.dev|a: https://${{ parameters.p }}/x|acme.dev",
                "a: https://acme.dev/a%20b/c|a%20b|a: https://acme.dev/${{ parameters.p ¦ urlencode }}/c|a b",
                "a: https://acme.dev/?q=%C3%A9t|%C3%A9t|a: https://acme.dev/?q=${{ parameters.p ¦ urlencode }}|ét",
                "a: ftp://joe@acme.dev|joe|a: ftp://${{ parameters.p ¦ urlencode }}@acme.dev|joe",
                "a: https://acme.dev/a%2fb|a%2fb|a: https://acme.dev/${{ parameters.p }}|a%2fb",
                "a: '{\"h\": \"acme.dev\"}'|acme.dev|a: '{\"h\": ${{ parameters.p ¦ json }}}'|acme.dev",
                "a: '{\"h\": \"x.acme.dev\"}'|acme.dev|a: '{\"h\": \"x.${{ parameters.p ¦ jsontext }}\"}'|acme.dev",
                "a: '{\"h\": \"a\\\"b c\"}'|a\\\"b|a: '{\"h\": \"${{ parameters.p ¦ jsontext }} c\"}'|a\"b",
                "a: '{\"n\": 10, \"s\": 1}'|10|a: '{\"n\": ${{ parameters.p }}, \"s\": 1}'|10",
                "a: '[\"https://h/p q\", \"https://h/x-1\"]'|x-1|a: '[\"https://h/p q\", \"https://h/${{ parameters.p ¦"
                        + " urlencode }}\"]'|x-1"
            })
    void aPartIsEncodedAsItsPlaceDemands(String before, String part, String after, String value) {
        Contents changed = apply(before, DraftEdit.Parameterise.part(REF, "/a", part, "p"));
        assertThat(text(changed)).isEqualTo(after.replace('¦', '|'));
        assertThat(changed.parameters().get(0).defaultValue().map(ParameterValue::text))
                .contains(value);
        assertThat(boundWithDefaults(changed)).isEqualTo(before);
    }

    @Test
    void base64DataBecomesItsDecodedText() {
        String before = "kind: ConfigMap\nbinaryData:\n  a: aGVsbG8K # greeting\n";
        Contents changed = apply(before, DraftEdit.Parameterise.of(REF, "/binaryData/a", "p"));
        assertThat(text(changed)).contains("a: ${{ parameters.p | base64 }} # greeting");
        assertThat(changed.parameters().get(0).defaultValue()).contains(ParameterValue.of("hello\n"));
        assertThat(boundWithDefaults(changed)).isEqualTo(before);
        assertRefused(before, DraftEdit.Parameterise.part(REF, "/binaryData/a", "aGVs", "p"), "Base64");
    }

    @Test
    void aBlockKeepsItsHeaderAndEveryLineItHad() {
        String before = "a: |\n  one\n\n  two\n# end\nb: 1\n";
        Contents changed = apply(before, DraftEdit.Parameterise.part(REF, "/a", "two", "p"));
        assertThat(text(changed)).isEqualTo("a: |\n  one\n\n  ${{ parameters.p }}\n# end\nb: 1\n");
        Contents whole = apply("a: |\n  one\n  two\nb: 1\n", DraftEdit.Parameterise.of(REF, "/a", "p"));
        assertThat(text(whole)).isEqualTo("a: |\n  ${{ parameters.p }}\nb: 1\n");
        assertThat(boundWithDefaults(whole)).isEqualTo("a: |\n  one\n  two\nb: 1\n");
    }

    @Test
    void aPlaceholderInEmbeddedJsonLeavesTheRestReadable() {
        Contents once =
                apply("a: '{\"x\": \"one\", \"y\": \"two\"}'\n", DraftEdit.Parameterise.part(REF, "/a", "one", "p"));
        Contents twice =
                ParameterEdits.apply(once, DraftEdit.Parameterise.part(REF, "/a", "two", "q"), Limits.defaults());
        assertThat(text(twice))
                .isEqualTo("a: '{\"x\": ${{ parameters.p | json }}, \"y\": ${{ parameters.q | json }}}'\n");
        assertThat(boundWithDefaults(twice)).isEqualTo("a: '{\"x\": \"one\", \"y\": \"two\"}'\n");
    }

    @Test
    void anAliasChangesAtItsAnchorForAllItsUses() {
        String before = "a: &size 10Gi\nb: *size\nc: &all {d: x}\ne:\n  <<: *all\n";
        Contents changed = apply(before, DraftEdit.Parameterise.of(REF, "/b", "p"));
        assertThat(text(changed)).startsWith("a: &size ${{ parameters.p }}\nb: *size\n");
        Contents merged = apply(before, DraftEdit.Parameterise.of(REF, "/e/d", "p"));
        assertThat(text(merged)).contains("c: &all {d: \"${{ parameters.p | typed }}\"}");
        assertThat(boundWithDefaults(merged)).isEqualTo(before);
    }

    @Test
    void anExistingParameterTakesAnotherPlaceOnlyWithTheSameDefault() {
        Contents once = apply("a: 3\nb: \"3\"\nc: 4\n", DraftEdit.Parameterise.of(REF, "/a", "p"));
        Contents twice = ParameterEdits.apply(once, DraftEdit.Parameterise.of(REF, "/b", "p"), Limits.defaults());
        assertThat(text(twice)).startsWith("a: ${{ parameters.p }}\nb: \"${{ parameters.p }}\"\n");
        assertThat(twice.parameters()).hasSize(1);
        assertThatThrownBy(
                        () -> ParameterEdits.apply(once, DraftEdit.Parameterise.of(REF, "/c", "p"), Limits.defaults()))
                .isInstanceOf(InvalidContentException.class)
                .hasMessageContaining("another default")
                .hasMessageContaining("manifest/m, /c, line 3:4");
    }

    @Test
    void anEscapedPlaceholderInTheTextIsUnescapedInTheDefault() {
        String before = "a: see $${{ parameters.x }} there\n";
        Contents changed = apply(before, DraftEdit.Parameterise.of(REF, "/a", "p"));
        assertThat(changed.parameters().get(0).defaultValue())
                .contains(ParameterValue.of("see ${{ parameters.x }} there"));
        assertThat(boundWithDefaults(changed)).isEqualTo(before);
    }

    @Test
    void whatCannotBeIsRefusedWithItsPlaceAndNoValue() {
        assertRefused("a: {b: 1}\n", DraftEdit.Parameterise.of(REF, "/a", "p"), "a mapping or a list");
        assertRefused("a: 1\n", DraftEdit.Parameterise.of(REF, "/x", "p"), "nothing stands at this path");
        assertRefused("a:\n", DraftEdit.Parameterise.of(REF, "/a", "p"), "nothing stands there");
        assertRefused("a: x\n", DraftEdit.Parameterise.part(REF, "/a", "y", "p"), "does not stand");
        assertRefused("a: [k.canary.io]\n", DraftEdit.Parameterise.part(REF, "/a/0", "canary", "p"), "within []");
        assertRefused("a: 'k\n  canary'\n", DraftEdit.Parameterise.of(REF, "/a", "p"), "as it is written");
        assertRefused("a: 8080\n", DraftEdit.Parameterise.part(REF, "/a", "80", "p"), "as it is written");
        assertRefused(
                "a: 3\n",
                new DraftEdit.Parameterise(REF, 0, "/a", Optional.empty(), "p", Optional.of(ParameterType.STRING)),
                "not written as a string");
        assertRefused(
                "a: canary\n",
                new DraftEdit.Parameterise(REF, 0, "/a", Optional.empty(), "p", Optional.of(ParameterType.SECRET)),
                "secret");
        assertRefused(
                "a: 1\n",
                new DraftEdit.Parameterise(REF, 1, "/a", Optional.empty(), "p", Optional.empty()),
                "1 documents");
    }

    @Test
    void aPartThatStandsTenThousandsOfTimesIsLookedForOnce() {
        String before = "a: " + "http://acme.dev/x ".repeat(40_000) + "y\n";
        Contents changed = apply(before, DraftEdit.Parameterise.part(REF, "/a", "acme.dev", "p"));
        assertThat(boundWithDefaults(changed)).isEqualTo(before);
    }

    @Test
    void aPlaceholderIsNotParameterisedAgain() {
        Contents once = apply("a: x.acme\n", DraftEdit.Parameterise.part(REF, "/a", "acme", "p"));
        assertThatThrownBy(
                        () -> ParameterEdits.apply(once, DraftEdit.Parameterise.of(REF, "/a", "q"), Limits.defaults()))
                .hasMessageContaining("a placeholder of parameter p stands there already");
    }

    private static void assertRefused(String text, DraftEdit edit, String problem) {
        assertThatThrownBy(() -> apply(text, edit))
                .isInstanceOf(InvalidContentException.class)
                .hasMessageContaining(problem)
                .message()
                .doesNotContain("canary.io", "k\n");
    }

    static Contents apply(String text, DraftEdit edit) {
        return ParameterEdits.apply(contents(text), edit, Limits.defaults());
    }

    static Contents contents(String text, Parameter... parameters) {
        Manifest manifest = Manifest.builder().name("m").content(text).build();
        return new Contents(
                StackSpec.of(Optional.empty(), List.of(manifest)), List.of(parameters), List.of(), List.of());
    }

    static String text(Contents contents) {
        return contents.spec().members().get(0).text().orElseThrow();
    }

    static String boundWithDefaults(Contents contents) {
        List<Binding> bindings = contents.parameters().stream()
                .map(parameter ->
                        Binding.of(parameter.name(), parameter.defaultValue().orElseThrow()))
                .toList();
        return StackBinder.bind(contents.spec(), contents.parameters(), bindings, Limits.defaults())
                .members()
                .get(0)
                .text()
                .orElseThrow();
    }
}

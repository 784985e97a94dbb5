package io.stackprofile.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stackprofile.yaml.YamlException.Code;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read, what is refused, and what a refusal says. */
class YamlFileTest {
    private static YamlDocument document(String text) {
        return YamlFile.parse(text).documents().get(0);
    }

    private static String json(String text) {
        return YamlJson.of(document(text).root().orElseThrow());
    }

    private static YamlException refused(String text, YamlLimits limits) {
        return catchThrowableOfType(YamlException.class, () -> YamlFile.parse(text, limits));
    }

    private static YamlException refused(String text) {
        return refused(text, YamlLimits.DEFAULT);
    }

    @Test
    void keysAreNamedAsKubernetesNamesThem() {
        assertThat(json("{yes: 1, 010: 2, 1.50: 3, \"no\": 4, 1e7: 5, 0.1: 6, 1e21: 7, -0.0: 8}"))
                .isEqualTo("{\"true\":1,\"8\":2,\"1.5\":3,\"no\":4,\"1e+07\":5,\"0.1\":6,\"1e+21\":7,\"-0\":8}");
    }

    @Test
    void mergesApplyInSourceOrder() {
        String base = "x: &x {a: 1, b: 1}\ny: &y {b: 2, c: 2}\n";
        assertThat(json(base + "z: {<<: *x, b: 3}\n")).endsWith("\"z\":{\"a\":1,\"b\":3}}");
        assertThat(json(base + "z: {b: 3, <<: *x}\n")).endsWith("\"z\":{\"b\":1,\"a\":1}}");
        assertThat(json(base + "z: {<<: [*x, *y]}\n")).endsWith("\"z\":{\"b\":1,\"c\":2,\"a\":1}}");
        assertThat(json(base + "z: {<<: *x, <<: *y}\n")).endsWith("\"z\":{\"a\":1,\"b\":2,\"c\":2}}");
        assertThat(json("{\"<<\": 1}")).isEqualTo("{\"<<\":1}");
        YamlMapping z = (YamlMapping)
                document(base + "z: {d: 0, <<: [*x, *y], a: 5}\n").at("/z").orElseThrow();
        assertThat(z.get("a").map(YamlJson::of)).contains("5");
        assertThat(z.get("b").map(YamlJson::of)).contains("1");
        assertThat(z.get("c").map(YamlJson::of)).contains("2");
        assertThat(z.get("e")).isEmpty();
        assertThat(z.entry("b")).isEmpty();
    }

    @Test
    void pointersGoThroughAliasesAndMerges() {
        YamlDocument d = document("a: &a {b/c: [1, &t {~d: 2}]}\ne: {<<: *a}\nf: *t\n");
        assertThat(d.at("/e/b~1c/1/~0d").map(YamlJson::of)).contains("2");
        assertThat(d.at("/f/~0d").map(YamlJson::of)).contains("2");
        assertThat(d.at("/f")).containsInstanceOf(YamlAlias.class);
        assertThat(d.at("/e/b~1c/01")).isEmpty();
        assertThat(d.at("/e/b~1c/2")).isEmpty();
        assertThat(d.at("")).isEqualTo(d.root());
        assertThatThrownBy(() -> d.at("a")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLaterAnchorReplacesAnEarlierOneAndDocumentsShareNone() {
        assertThat(json("[&a 1, *a, &a 2, *a]")).isEqualTo("[1,1,2,2]");
        assertThat(json("a: &n {x: &n 1, z: *n }\nb: *n\n")).isEqualTo("{\"a\":{\"x\":1,\"z\":1},\"b\":1}");
        assertThat(refused("- &a 1\n---\n- *a\n").code()).isEqualTo(Code.UNKNOWN_ALIAS);
    }

    @Test
    void walksSeeEachScalarOnce() {
        YamlDocument d =
                document("a: &a [1, {b: 2}]\nc: *a\nd: {<<: {e: 3}}\n? *a2\n: x\n".replace("? *a2\n: x\n", ""));
        List<String> values = new ArrayList<>();
        YamlWalk.scalars(d, (pointer, scalar) -> values.add(pointer + "=" + scalar.text()));
        assertThat(values).containsExactly("/a/0=1", "/a/1/b=2", "/d/<</e=3");
        List<String> all = new ArrayList<>();
        YamlWalk.keysAndScalars(d, (p, s) -> all.add((s.context().key() ? "key " : "") + p + "=" + s.text()));
        assertThat(all)
                .containsExactly(
                        "key /a=a",
                        "/a/0=1",
                        "key /a/1/b=b",
                        "/a/1/b=2",
                        "key /c=c",
                        "key /d=d",
                        "key /d/<<=<<",
                        "key /d/<</e=e",
                        "/d/<</e=3");
    }

    @Test
    void treesHoldPlainObjects() {
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("a", Arrays.asList(1L, 1.5, null, true, "x"));
        expected.put("b", new BigInteger("18446744073709551615"));
        expected.put("c", Map.of());
        assertThat(YamlTree.of(document("a: [1, 1.5, ~, y, x]\nb: 18446744073709551615\nc: {}\n")
                        .root()
                        .orElseThrow()))
                .isEqualTo(expected);
    }

    @Test
    void aDuplicateKeyIsRefusedWithBothPlaces() {
        YamlException e = refused("a: 1\nb: 2\n'a': 3\n");
        assertThat(e.code()).isEqualTo(Code.DUPLICATE_KEY);
        assertThat(e).hasMessage("the key a stands twice in one mapping (line 3, column 1); first at line 1, column 1");
        assertThat(e.line()).isEqualTo(3);
        assertThat(e.first()).contains(new YamlException.Place(1, 1));
        assertThat(refused("yes: 1\ntrue: 2\n").code()).isEqualTo(Code.DUPLICATE_KEY);
        assertThat(refused("1: 1\n\"1\": 2\n").code()).isEqualTo(Code.DUPLICATE_KEY);
        assertThat(refused("my secret: 1\nmy secret: 2\n")).hasMessageStartingWith("a key stands twice");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a: *x                     | UNKNOWN_ALIAS
            &x [*x]                   | ALIAS_CYCLE
            {~: 1}                    | UNSUPPORTED_KEY
            {[a]: 1}                  | UNSUPPORTED_KEY
            {18446744073709551615: 1} | UNSUPPORTED_KEY
            {<<: 1}                   | BAD_MERGE
            {<<: [1]}                 | BAD_MERGE
            a: .inf                   | BAD_VALUE
            a: !!int x                | BAD_VALUE
            a: !!bool 1               | BAD_VALUE
            a: !!binary "*"           | BAD_VALUE
            a: !!timestamp x          | BAD_VALUE
            a: b: c                   | SYNTAX
            [a, b                     | SYNTAX
            "\tb                      | SYNTAX
            {a:, b: 1}                | SYNTAX
            [a?b]                     | SYNTAX
            &a.b c                    | SYNTAX
            """)
    void whatCannotBeReadIsRefused(String text, Code code) {
        assertThat(refused(text).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: b\u0001",
                "a: \u0085",
                "a: '\u2028'",
                "# \u2029",
                "a: \uFEFF",
                "a: \uD800",
                "a: \uDC00x",
                "\uFFFE"
            })
    void charactersThatReadersDisagreeOnAreRefused(String text) {
        assertThat(refused(text).code()).isEqualTo(Code.SYNTAX);
    }

    @Test
    void limitsAreKept() {
        YamlLimits limits = new YamlLimits(1000, 5, 20, 20);
        assertThat(refused("a".repeat(1001), limits).code()).isEqualTo(Code.LIMIT);
        assertThat(refused("[[[[[[]]]]]]", limits).code()).isEqualTo(Code.LIMIT);
        assertThat(YamlFile.parse("[[[[[]]]]]", limits).documents()).hasSize(1);
        assertThat(refused("[" + "a,".repeat(20) + "]", limits).code()).isEqualTo(Code.LIMIT);
        assertThat(refused("- &a [1,2,3,4]\n- &b [*a,*a,*a,*a]\n", limits).code())
                .isEqualTo(Code.LIMIT);
        assertThat(refused("- &a [[[[]]]]\n- [*a]\n", limits).code()).isEqualTo(Code.LIMIT);
        assertThatThrownBy(() -> YamlLimits.DEFAULT.withMaxDepth(100_000)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBombIsRefusedFast() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a").append(i).append(": &a").append(i).append(" [");
            bomb.append(("*a" + (i - 1) + ",").repeat(9)).append("]\n");
        }
        assertThat(refused(bomb.toString()).code()).isEqualTo(Code.LIMIT);
    }

    @Test
    void aLargeTextReadsInLinearTime() {
        StringBuilder text = new StringBuilder("data:\n");
        for (int i = 0; i < 100_000; i++) {
            text.append("  key").append(i).append(": \uD83D\uDE00 value # comment\n");
        }
        YamlFile file = YamlFile.parse(text.toString());
        assertThat(file.documents().get(0).at("/data/key99999")).isPresent();
        assertThat(file.comments()).hasSize(100_000);
    }

    @Test
    void tabsThatOnlySeparatePass() {
        assertThat(json("a:\tb\t\nc: \t|\n  d\n \t\ne: [\tf\t,\tg]\t# h\n"))
                .isEqualTo("{\"a\":\"b\",\"c\":\"d\\n\",\"e\":[\"f\",\"g\"]}");
        assertThat(refused("a:\n\tb: c\n").code()).isEqualTo(Code.SYNTAX);
        assertThat(refused("a: |\n  \tb\n").code()).isEqualTo(Code.SYNTAX);
    }

    @Test
    void noRefusalQuotesTheDocument() {
        String canary = "hunter2-\u00e9t\u00e9";
        String name = "hunter2";
        List<String> shapes = List.of(
                "a: b: %s",
                "[%s",
                "{%s: [",
                "\"%s",
                "'%s",
                "a: *%s",
                "a: !%s!x y",
                "%%TAG %s\n---\n",
                "%%YAML %s\n---\n",
                "? %s\n- b",
                "a: |%s\n x",
                "%s: 1\n%s: 2",
                "a: !!int %s",
                "a: !!bool %s",
                "a: !!binary %s",
                "<<: %s",
                "[%s]: 1",
                "a: @%s",
                "a: `%s",
                "\"\\z%s\"",
                "\"\\u12%s\"",
                "\"\\x%s\"",
                "a\n%s: b: c",
                "a: &%s *%s",
                "&%s [*%s]",
                "\t%s: 1",
                "a:\n  b: %s\n c: d",
                "- a\n%s: b",
                "%s\n---\n%s: *%s",
                "!<%s a",
                "&%s &%s a",
                "a: [%s?x]",
                "a: {%s:, b}",
                "%s:\n\t- x",
                "--- %s: x",
                "a: %%%s\n  b",
                "a: >9x%s\n b",
                "%s\u0001",
                "*%s");
        for (String shape : shapes) {
            String text = shape.replace("%%", "%").replace("%s", canary);
            YamlException e = refused(text);
            assertThat(e).as(shape).isNotNull();
            assertThat(e.getMessage()).as(shape).doesNotContain(name).doesNotContain("\u00e9");
            assertThat(e.toString()).as(shape).doesNotContain(name);
            assertThat(e.getCause()).as(shape).isNull();
            assertThat(e.getSuppressed()).as(shape).isEmpty();
        }
    }

    @Test
    void everyRefusalOfTheTestSuiteQuotesNothing() {
        for (String line : Corpus.lines("yaml-test-suite.jsonl")) {
            String text = Corpus.JSON.readTree(line).get("yaml").asString();
            YamlException e = refused(text);
            if (e != null && e.code() != Code.DUPLICATE_KEY) {
                assertThat(e.getMessage()).matches("[a-zA-Z0-9 ,.:;?'{}\\[\\]()%+_-]+ \\(line \\d+, column \\d+\\)");
                assertThat(e.getCause()).isNull();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`a: {b: [1, {c: 1, c: 2}]}`|/a/b/1",
                "`c: 1\nc: 2`|``",
                "`a: 1\n---\nx:\n  - y: 1\n    y: 2`|/x/0",
                "`a:\n  b: *nothing`|/a/b",
                "`a:\n  b: [1, *nothing]`|/a/b/1",
                "`a:\n  <<: 3`|/a",
                "`a: {not a name: 1, not a name: 2}`|/a",
                "`a: {not a name: {c: 1, c: 2}}`|",
                "`a: [1`|",
            })
    void whatIsRefusedIsSaidByItsPathUnlessAKeyOnTheWayIsNoName(String text, @Nullable String path) {
        YamlException refused =
                catchThrowableOfType(YamlException.class, () -> YamlFile.parse(text.replace("\\n", "\n")));
        assertThat(refused.path()).isEqualTo(Optional.ofNullable(path));
    }
}

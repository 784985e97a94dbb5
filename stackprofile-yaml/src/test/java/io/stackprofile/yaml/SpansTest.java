package io.stackprofile.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where nodes, comments and parts of scalars stand. */
class SpansTest {
    private static YamlFile file(String text) {
        return YamlFile.parse(text);
    }

    private static YamlNode at(String text, String pointer) {
        return file(text).documents().get(0).at(pointer).orElseThrow();
    }

    private static String source(String text, String pointer) {
        return at(text, pointer).span().of(text);
    }

    private static String part(String text, String pointer, String part) {
        YamlScalar scalar = (YamlScalar) at(text, pointer);
        int from = scalar.text().indexOf(part);
        assertThat(from).as("%s in %s", part, scalar.text()).isNotNegative();
        return scalar.sourceOf(from, from + part.length()).of(text);
    }

    @Test
    void aSpanIsTheContentWithoutAnchorAndTag() {
        String text = "a: &x !!str  \"b\" # c\nd: &y # note\n  e: f\ng: !!seq\n- h\ni: *x\n";
        assertThat(source(text, "/a")).isEqualTo("\"b\"");
        assertThat(at(text, "/a").fullSpan().of(text)).isEqualTo("&x !!str  \"b\"");
        assertThat(at(text, "/a").anchor()).contains("x");
        assertThat(at(text, "/a").tag()).contains("tag:yaml.org,2002:str");
        assertThat(source(text, "/d")).isEqualTo("e: f");
        assertThat(at(text, "/d").line()).isEqualTo(3);
        assertThat(at(text, "/d").column()).isEqualTo(3);
        assertThat(source(text, "/g")).isEqualTo("- h");
        assertThat(source(text, "/i")).isEqualTo("*x");
        YamlDocument document = file(text).documents().get(0);
        assertThat(document.at("/i").orElseThrow().resolve())
                .isSameAs(document.at("/a").orElseThrow());
    }

    @Test
    void aBlockScalarEndsWithItsLastLine() {
        assertThat(source("a: |  # c\n  x\n\n  y\n\n\nb: c\n", "/a")).isEqualTo("|  # c\n  x\n\n  y");
        assertThat(source("a: |+\n  x\n\n\nb: c\n", "/a")).isEqualTo("|+\n  x\n\n");
        assertThat(source("a: >2-\n    x\n# c\nb: c\n", "/a")).isEqualTo(">2-\n    x");
        assertThat(source("a: |\nb: c\n", "/a")).isEqualTo("|");
        assertThat(source("a: |\n  x", "/a")).isEqualTo("|\n  x");
        assertThat(source("- |\r\n  x\r\n \r\n- y\r\n", "/0")).isEqualTo("|\r\n  x");
    }

    @Test
    void collectionsReachFromTheirFirstChildToTheirLast() {
        String text = "a:\n  - b: 1\n    c: [x,\n  y ] # d\n\n# e\nf: {}\n";
        assertThat(source(text, "/a")).isEqualTo("- b: 1\n    c: [x,\n  y ]");
        assertThat(source(text, "/a/0")).isEqualTo("b: 1\n    c: [x,\n  y ]");
        assertThat(source(text, "/a/0/c")).isEqualTo("[x,\n  y ]");
        assertThat(source("[a: b , c]", "/0")).isEqualTo("a: b");
    }

    @Test
    void offsetsCountUtf16() {
        String text = "a: \uD83D\uDE00 # \uD83D\uDE00\nb: \"x\uD83D\uDE00y\" \nc: z\n";
        assertThat(source(text, "/a")).isEqualTo("\uD83D\uDE00");
        assertThat(source(text, "/b")).isEqualTo("\"x\uD83D\uDE00y\"");
        assertThat(part(text, "/b", "y")).isEqualTo("y");
        assertThat(source(text, "/c")).isEqualTo("z");
    }

    @Test
    void aByteOrderMarkIsNoColumn() {
        YamlNode root = at("\uFEFFa: 1\nb: 2\n", "");
        assertThat(root.column()).isEqualTo(1);
        assertThat(root.span().start()).isEqualTo(1);
        assertThat(((YamlMapping) root).get("b")).isPresent();
    }

    @Test
    void aMissingValueIsAnEmptySpanBehindItsKey() {
        assertThat(at("a:\n\n# c\nb: 1\n", "/a").span()).isEqualTo(new Span(2, 2));
        assertThat(at("{a, b: 1}", "/a").span()).isEqualTo(new Span(2, 2));
        assertThat(at("? a\n\nb: 1\n", "/a").span()).isEqualTo(new Span(3, 3));
        assertThat(at("a: &x\nb: 1\n", "/a").span()).isEqualTo(new Span(5, 5));
    }

    @Test
    void documentsCoverTheText() {
        String text = "# first\na: 1\n---\n---\n# c\nb: 2\n...\n# end\n";
        List<YamlDocument> documents = file(text).documents();
        assertThat(documents.stream().map(d -> d.span().of(text)).collect(Collectors.joining()))
                .isEqualTo(text);
        assertThat(documents).extracting(d -> d.root().isPresent()).containsExactly(true, false, true);
        assertThat(documents).extracting(YamlDocument::index).containsExactly(0, 1, 2);
        assertThat(file("\n# only\n").documents()).isEmpty();
    }

    @Test
    void partsOfQuotedTextKeepEscapesWhole() {
        String text = "a: \"x\\ty\\u00e9\\\n   z  \n\n  w\"\nb: 'it''s\n  so'\nc: one\n  two\n\n  three\n";
        assertThat(part(text, "/a", "\t")).isEqualTo("\\t");
        assertThat(part(text, "/a", "\u00e9z")).isEqualTo("\\u00e9\\\n   z");
        assertThat(part(text, "/a", "\n")).isEqualTo("  \n\n  ");
        assertThat(part(text, "/b", "'")).isEqualTo("''");
        assertThat(part(text, "/b", "s so")).isEqualTo("s\n  so");
        assertThat(part(text, "/c", "two")).isEqualTo("two");
        assertThat(part(text, "/c", "three")).isEqualTo("three");
    }

    @Test
    void partsOfBlocksLeaveTheIndentationOut() {
        String text = "a: |\n  x=1\n\n  y=2\n   z\nb: >\n  one\n  two\n\n  three\n    four\n  five\n";
        assertThat(part(text, "/a", "y=2")).isEqualTo("y=2");
        assertThat(part(text, "/a", "1\n\ny")).isEqualTo("1\n\n  y");
        assertThat(part(text, "/b", "two")).isEqualTo("two");
        assertThat(part(text, "/b", "one two")).isEqualTo("one\n  two");
        assertThat(part(text, "/b", "  four\nfive")).isEqualTo("  four\n  five");
        YamlScalar a = (YamlScalar) at(text, "/a");
        assertThatThrownBy(() -> a.sourceOf(0, 1000)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void commentsAreFoundOutsideTextOnly() {
        String text =
                "# one\na: b#c # two\nd: \"#x\" #three\ne: |  # four\n  # text\n# five\nf: &a [x, # six\n y]\n...\n%YAML 1.1 # seven\n--- # eight\nz: 1\n";
        assertThat(file(text).comments())
                .extracting(YamlComment::text)
                .containsExactly("# one", "# two", "#three", "# four", "# five", "# six", "# seven", "# eight");
        String full = text;
        assertThat(file(text).comments())
                .allSatisfy(c -> assertThat(c.span().of(full)).isEqualTo(c.text()));
    }

    @Test
    void contextsSayWhatSurroundsAScalar() {
        String text = "a:\n  - b: x\n    'c': [y, {z: w}]\n  - |3\n     t\n";
        assertThat(((YamlScalar) at(text, "/a/0/b")).context())
                .isEqualTo(new ScalarContext(ScalarStyle.PLAIN, false, 6, false));
        assertThat(((YamlScalar) at(text, "/a/0/c/1/z")).context())
                .isEqualTo(new ScalarContext(ScalarStyle.PLAIN, true, 6, false));
        assertThat(((YamlScalar) at(text, "/a/1")).context())
                .isEqualTo(new ScalarContext(ScalarStyle.LITERAL, false, 5, false));
        YamlEntry c = ((YamlMapping) at(text, "/a/0")).entry("c").orElseThrow();
        assertThat(((YamlScalar) c.key()).context())
                .isEqualTo(new ScalarContext(ScalarStyle.SINGLE_QUOTED, false, 6, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"S", "M", "L"})
    void everyRecordedScalarMapsToItsSource(String size) {
        List<String> wrong = new ArrayList<>();
        Corpus.members("stacks-" + size + ".tar.gz").forEach((name, text) -> {
            for (YamlDocument document : YamlFile.parse(text).documents()) {
                YamlWalk.keysAndScalars(document, (pointer, scalar) -> {
                    if (!ScalarDecoder.decode(scalar).exact() || !mapsBack(text, scalar)) {
                        wrong.add(name + " " + pointer);
                    }
                });
            }
        });
        assertThat(wrong).isEmpty();
    }

    /** A letter or digit is written as itself, escaped ones aside. */
    private static boolean mapsBack(String text, YamlScalar scalar) {
        String decoded = scalar.text();
        int step = Math.max(1, decoded.length() / 50);
        for (int i = 0; i < decoded.length(); i += step) {
            Span span = scalar.sourceOf(i, i + 1);
            boolean escaped = text.charAt(span.start()) == '\\';
            if (Character.isLetterOrDigit(decoded.charAt(i))
                    && !escaped
                    && !(span.length() == 1 && text.charAt(span.start()) == decoded.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    @Test
    void everyScalarOfTheTestSuiteMapsToItsSource() {
        List<String> wrong = new ArrayList<>();
        for (String line : Corpus.lines("yaml-test-suite.jsonl")) {
            String text = Corpus.JSON.readTree(line).get("yaml").asString();
            try {
                for (YamlDocument document : YamlFile.parse(text).documents()) {
                    YamlWalk.keysAndScalars(document, (pointer, scalar) -> {
                        if (!ScalarDecoder.decode(scalar).exact()) {
                            wrong.add(line);
                        }
                    });
                }
            } catch (YamlException refused) {
                // Judged in YamlTestSuiteTest.
            }
        }
        assertThat(wrong).isEmpty();
    }
}

package io.stackprofile.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What we write reads back the same, by our reader and by the engine's own with the YAML 1.2 JSON schema. */
class YamlEmitterTest {
    @Provide
    Arbitrary<String> texts() {
        return Texts.strings();
    }

    @Provide
    Arbitrary<Object> trees() {
        return Texts.trees();
    }

    /** A place for a scalar: a document around it, and how to find it there. */
    private enum Frame {
        BLOCK("a:\n  - b: ", "\n    c: 1\n", false, false),
        ROOT("", "\n", false, false),
        KEY("a:\n  ", ": 1\n", false, true),
        FLOW("a: [x, {b: ", ", c: 1}]\n", true, false),
        FLOW_KEY("a: [x, {", ": 1}]\n", true, true);

        private final String before;
        private final String after;
        private final boolean inFlow;
        private final boolean key;

        Frame(String before, String after, boolean inFlow, boolean key) {
            this.before = before;
            this.after = after;
            this.inFlow = inFlow;
            this.key = key;
        }

        ScalarContext context(ScalarStyle style) {
            return new ScalarContext(style, inFlow, this == ROOT ? 2 : 6, key);
        }

        YamlScalar find(YamlFile file) {
            YamlDocument document = file.documents().get(0);
            return (YamlScalar)
                    switch (this) {
                        case ROOT -> document.root().orElseThrow();
                        case BLOCK -> document.at("/a/0/b").orElseThrow();
                        case FLOW -> document.at("/a/1/b").orElseThrow();
                        case KEY ->
                            ((YamlMapping) document.at("/a").orElseThrow())
                                    .entries()
                                    .get(0)
                                    .key();
                        case FLOW_KEY ->
                            ((YamlMapping) document.at("/a/1").orElseThrow())
                                    .entries()
                                    .get(0)
                                    .key();
                    };
        }

        Object findByEngine(Object tree) {
            return switch (this) {
                case ROOT -> tree;
                case BLOCK -> ((Map<?, ?>) ((List<?>) ((Map<?, ?>) tree).get("a")).get(0)).get("b");
                case FLOW -> ((Map<?, ?>) ((List<?>) ((Map<?, ?>) tree).get("a")).get(1)).get("b");
                case KEY ->
                    ((Map<?, ?>) ((Map<?, ?>) tree).get("a"))
                            .keySet()
                            .iterator()
                            .next();
                case FLOW_KEY ->
                    ((Map<?, ?>) ((List<?>) ((Map<?, ?>) tree).get("a")).get(1))
                            .keySet()
                            .iterator()
                            .next();
            };
        }
    }

    private static Object engine(String text) {
        return new Load(LoadSettings.builder()
                        .setCodePointLimit(Integer.MAX_VALUE)
                        .build())
                .loadFromString(text);
    }

    @Property(tries = 20_000, shrinking = ShrinkingMode.BOUNDED)
    void aScalarReadsBackAsTheSameString(@ForAll("texts") String text, @ForAll ScalarStyle style, @ForAll Frame frame) {
        String written = YamlEmitter.scalar(frame.context(style), text);
        String document = frame.before + written + frame.after;
        YamlScalar read = frame.find(YamlFile.parse(document));
        assertThat(read.value()).isEqualTo(YamlValue.of(text));
        assertThat(read.text()).isEqualTo(text);
        if (text.indexOf('\ufeff') < 0) {
            assertThat(frame.findByEngine(engine(document))).isEqualTo(text);
        }
    }

    @Property(tries = 10_000, shrinking = ShrinkingMode.BOUNDED)
    void aPartThatFitsReadsBackBetweenItsNeighbours(
            @ForAll("texts") String before,
            @ForAll("texts") String text,
            @ForAll("texts") String after,
            @ForAll ScalarStyle style,
            @ForAll Frame frame) {
        String slot = "QSLOTQ";
        ScalarContext context = frame.context(style);
        String document = frame.before + YamlEmitter.scalar(context, before + slot + after) + frame.after;
        checkPart(document, frame, before, slot, text, after);
    }

    /** Folded blocks and folded quotes are never written by us, so here they are written by hand. */
    @Property(tries = 10_000, shrinking = ShrinkingMode.BOUNDED)
    void aPartOfFoldedTextThatFitsReadsBack(
            @ForAll("words") List<String> words, @ForAll("texts") String text, @ForAll("shapes") String shape) {
        String separator = shape.endsWith("\n") ? "\n    " : "\n  ";
        String document = String.format(shape, String.join(separator, words) + separator + "x QSLOTQ")
                .replace("QSLOTQ", "QSLOTQ" + separator + String.join(separator, words));
        String decoded = Frame.ROOT.find(YamlFile.parse(document)).text();
        int at = decoded.indexOf("QSLOTQ");
        checkPart(document, Frame.ROOT, decoded.substring(0, at), "QSLOTQ", text, decoded.substring(at + 6));
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.of("a", "bb", "", "c d", "e").list().ofMaxSize(4);
    }

    @Provide
    Arbitrary<String> shapes() {
        return Arbitraries.of(
                "\"%s\"\n", "'%s'\n", "p %s\n", ">\n    %s\n", ">-\n    %s\n", "|\n    %s\n", "|+\n    %s\n\n");
    }

    private static void checkPart(String document, Frame frame, String before, String slot, String text, String after) {
        YamlScalar scalar = frame.find(YamlFile.parse(document));
        Assume.that(scalar.text().equals(before + slot + after));
        Optional<String> part = YamlEmitter.part(scalar.context(), before, text, after);
        if (part.isPresent()) {
            Span span = scalar.sourceOf(before.length(), before.length() + slot.length());
            String spliced = document.substring(0, span.start()) + part.get() + document.substring(span.end());
            YamlScalar read = frame.find(YamlFile.parse(spliced));
            assertThat(read.value()).isEqualTo(YamlValue.of(before + text + after));
            assertThat(read.style()).isEqualTo(scalar.style());
        }
    }

    @Property(tries = 3_000, shrinking = ShrinkingMode.BOUNDED)
    void aDocumentReadsBackAsTheSameTree(@ForAll("trees") Object tree) {
        String written = YamlEmitter.document(tree);
        YamlNode root = YamlFile.parse(written).documents().get(0).root().orElseThrow();
        assertThat(Texts.normal(YamlTree.of(root))).isEqualTo(Texts.normal(tree));
        assertThat(Texts.normal(engine(written))).isEqualTo(Texts.normal(tree));
        assertThat(YamlEmitter.document(tree)).isEqualTo(written);
    }

    @Example
    void plainTextStaysPlainWhereEveryReaderAgrees() {
        ScalarContext plain = new ScalarContext(ScalarStyle.PLAIN, false, 2, false);
        for (String text : List.of(
                "nginx:1.25",
                "v1.2.3",
                "a b",
                "100m",
                "1Gi",
                "10.0.0.0/8",
                "/etc/x",
                "_a",
                "it's",
                "app.kubernetes.io/name",
                "ClusterIP",
                "http://x:80/y?z=1#f",
                "${{ parameters.x }}",
                "a, b")) {
            String expected = text.contains("#") ? '"' + text + '"' : text;
            assertThat(YamlEmitter.scalar(plain, text)).isEqualTo(expected);
        }
        for (String text :
                List.of("yes", "1.2.3", "12:30", "2001-01-01", "1e3", "0o7", "=", "<<", "~", "", "a: b", "- a")) {
            assertThat(YamlEmitter.scalar(plain, text)).isEqualTo('"' + text + '"');
        }
    }

    @Example
    void typedValuesKeepTheirType() {
        ScalarContext quoted = new ScalarContext(ScalarStyle.DOUBLE_QUOTED, false, 2, false);
        assertThat(YamlEmitter.typed(quoted, YamlValue.of(8080))).isEqualTo("8080");
        assertThat(YamlEmitter.typed(quoted, YamlValue.of(1.5))).isEqualTo("1.5");
        assertThat(YamlEmitter.typed(quoted, YamlValue.of(1.9046541583512852e18)))
                .isEqualTo("1.9046541583512852e+18");
        assertThat(YamlEmitter.typed(quoted, YamlValue.of(1e20))).isEqualTo("1.0e+20");
        assertThat(YamlEmitter.typed(quoted, YamlValue.of(1e15))).isEqualTo("1000000000000000");
        assertThat(YamlEmitter.typed(quoted, YamlValue.of(null))).isEqualTo("null");
        assertThat(YamlEmitter.typed(quoted, YamlValue.of(true))).isEqualTo("true");
        assertThat(YamlEmitter.typed(quoted, YamlValue.of("x"))).isEqualTo("\"x\"");
    }

    @Example
    void documentsAreBlocksIndentedByTwo() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", "x");
        tree.put("list", Arrays.asList(1, null, Map.of("a", "b"), List.of("c")));
        tree.put("on", Map.of());
        tree.put("script", "#!/bin/sh\necho\n");
        tree.put("none", List.of());
        assertThat(YamlEmitter.document(tree)).isEqualTo("""
                        name: x
                        list:
                          - 1
                          - null
                          - a: b
                          - - c
                        "on": {}
                        script: |
                          #!/bin/sh
                          echo
                        none: []
                        """);
    }

    @Example
    void aLongKeyIsWrittenAsAnExplicitOne() {
        Map<String, Object> tree = Map.of("k".repeat(1500), Map.of("\u0001".repeat(800), "v"));
        String written = YamlEmitter.document(tree);
        YamlNode root = YamlFile.parse(written).documents().get(0).root().orElseThrow();
        assertThat(YamlTree.of(root)).isEqualTo(tree);
    }

    @Example
    void whatCannotBeWrittenIsRefused() {
        ScalarContext c = new ScalarContext(ScalarStyle.DOUBLE_QUOTED, false, 2, false);
        assertThatThrownBy(() -> YamlEmitter.scalar(c, "a\ud83d")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> YamlEmitter.fragment(c, "\ude00")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> YamlEmitter.document(Map.of("\ud800", 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> YamlEmitter.document(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> YamlEmitter.document(Map.of(1, 2))).isInstanceOf(IllegalArgumentException.class);
        ScalarContext single = c.withStyle(ScalarStyle.SINGLE_QUOTED);
        assertThatThrownBy(() -> YamlEmitter.fragment(single, "a\nb")).isInstanceOf(IllegalArgumentException.class);
        assertThat(YamlEmitter.fragment(single, "it's")).isEqualTo("it''s");
        assertThat(YamlEmitter.fragment(c, "a\n\"b\\")).isEqualTo("a\\n\\\"b\\\\");
        assertThat(YamlEmitter.fragment(c.withStyle(ScalarStyle.LITERAL), "a\nb"))
                .isEqualTo("a\n  b");
    }

    @Example
    void aScalarOfAnotherTextIsWrittenWithItsOwnSpelling() {
        YamlFile read = YamlFile.parse("[1.50, 1e2, 123456789012345678901, 'yes', 0644, ~]");
        List<YamlNode> items = ((YamlSequence) read.documents().get(0).root().orElseThrow()).items();

        String written = YamlEmitter.document(items);

        assertThat(written).isEqualTo("- 1.50\n- 1e2\n- 123456789012345678901\n- \"yes\"\n- 0644\n- ~\n");
    }
}

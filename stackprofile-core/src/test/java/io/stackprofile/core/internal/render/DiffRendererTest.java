package io.stackprofile.core.internal.render;

import static io.stackprofile.core.internal.diff.Versions.manifest;
import static io.stackprofile.core.internal.diff.Versions.stack;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.stackprofile.Limits;
import io.stackprofile.core.internal.diff.ComparedSide;
import io.stackprofile.core.internal.diff.VersionComparison;
import io.stackprofile.core.internal.diff.Versions;
import io.stackprofile.core.internal.fingerprint.Fingerprints;
import io.stackprofile.core.internal.redact.name.Resources;
import io.stackprofile.core.internal.tree.AnyVersion;
import io.stackprofile.diff.DiffFormat;
import io.stackprofile.diff.VersionDiff;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DiffRendererTest {

    private static final String HOSTILE = "</td><script>alert('x')</script><img src=x onerror=\"y()\">|`${z}";
    private static final Set<String> TAGS = Set.of(
            "html", "head", "meta", "title", "style", "body", "a", "main", "h1", "h2", "h3", "p", "span", "dl", "dt",
            "dd", "nav", "ul", "li", "section", "details", "summary", "div", "table", "thead", "tbody", "tr", "th",
            "td", "code", "mark", "svg", "path", "g", "rect", "text");

    @Test
    void theMarkOfWhatDiffersCutsNoCharacterInTwo() {
        String html = DiffRenderer.render(
                Versions.diff(
                        stack(manifest("web", "kind: ConfigMap\na: \uD83D\uDE00\uD83D\uDE80\n")),
                        stack(manifest("web", "kind: ConfigMap\na: \uD83D\uDE01\uD83C\uDE80\n"))),
                DiffFormat.HTML);

        assertThat(html.codePoints().filter(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))
                .isEmpty();
    }

    @Test
    void hostileNamesAndTextsStayTextInHtml() {
        String html = DiffRenderer.render(hostile(), DiffFormat.HTML);

        assertThat(tags(html)).isSubsetOf(TAGS);
        assertThat(html)
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&lt;img src=x onerror=&quot;y()&quot;&gt;")
                .doesNotContain("<script", "<img", "url(", "@import", "http:", "\u202E");
        assertThat(Pattern.compile("(?:src|href)=\"([^\"]*)\"")
                        .matcher(html)
                        .results()
                        .map(match -> match.group(1)))
                .allMatch(target -> target.startsWith("#"));
    }

    @Test
    void hostileNamesAndTextsStayCodeInMarkdown() {
        String markdown = DiffRenderer.render(hostile(), DiffFormat.MARKDOWN);

        assertThat(markdown.lines().filter(line -> line.startsWith("| `")))
                .isNotEmpty()
                .allMatch(line ->
                        line.replace("\\|", "").chars().filter(c -> c == '|').count() == 7);
        assertThat(markdown).contains("````diff\n");
    }

    @Test
    void theUnifiedTextStandsAsItIsAfterItsComments() {
        VersionDiff diff = Versions.diff(stack(manifest("a", "a: 1\n")), stack(manifest("a", "a: 2\n")));

        assertThat(DiffRenderer.render(diff, DiffFormat.UNIFIED)).isEqualTo("""
                # version 1 to version 2
                # impact: compatible (0 breaking, 1 compatible, 0 cosmetic)
                #
                # manifest/a changed: compatible
                #   ~ /a: 1 -> 2 [compatible: value-changed]
                --- manifest/a (version 1)
                +++ manifest/a (version 2)
                @@ -1,1 +1,1 @@
                -a: 1
                +a: 2
                """);
    }

    @Test
    void everyFormatNamesTheSecretsThatChangedAndNoCode() {
        List<Parameter> secrets = Stream.of("rotated", "kept", "unmarked")
                .map(name -> Parameter.builder()
                        .name(name)
                        .type(ParameterType.SECRET)
                        .build())
                .toList();
        VersionDiff diff = VersionComparison.compare(
                Versions.version(1, stack(), secrets).profileId(),
                ComparedSide.of(
                        Versions.version(1, stack(), secrets), codes(Map.of("rotated", "c0de1", "kept", "c0de2"))),
                ComparedSide.of(
                        Versions.version(2, stack(), secrets), codes(Map.of("rotated", "c0de3", "kept", "c0de2"))),
                Limits.defaults());

        for (DiffFormat format : DiffFormat.values()) {
            assertThat(DiffRenderer.render(diff, format)).contains("rotated").doesNotContain("c0de");
        }
        assertThat(DiffRenderer.render(diff, DiffFormat.UNIFIED))
                .contains("#   ~ secret rotated: another value was captured\n")
                .doesNotContain("kept", "unmarked");
        assertThat(JsonMapper.shared()
                        .readTree(DiffRenderer.render(diff, DiffFormat.JSON))
                        .path("secrets")
                        .valueStream()
                        .map(secret -> secret.path("value").asString()))
                .containsExactly("changed", "unchanged", "unknown");
    }

    private static Fingerprints codes(Map<String, String> codes) {
        return new Fingerprints(Optional.of("scope"), codes);
    }

    @Test
    void theSameContentIsSaidToBeTheSame() {
        VersionDiff diff = Versions.diff(stack(manifest("a", "a: 1\n")), stack(manifest("a", "a: 1\n")));

        for (DiffFormat format : DiffFormat.values()) {
            assertThat(DiffRenderer.render(diff, format)).containsPattern("same content|\"identical\" : true");
        }
    }

    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void anyDiffIsJsonOfTheSchemaAndHtmlOfOurTags(
            @ForAll("specs") StackSpec left,
            @ForAll("specs") StackSpec right,
            @ForAll("parameters") List<Parameter> before,
            @ForAll("parameters") List<Parameter> after) {
        VersionDiff diff = Versions.diff(Versions.version(1, left, before), Versions.version(2, right, after));
        String json = DiffRenderer.render(diff, DiffFormat.JSON);

        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Resources.text(JsonDiff.class, "/META-INF/stackprofile/diff-1.schema.json"))
                        .validate(json, InputFormat.JSON))
                .isEmpty();
        JsonNode tree = JsonMapper.shared().readTree(json);
        assertThat(tree.path("members")).hasSize(diff.members().size());
        assertThat(tags(DiffRenderer.render(diff, DiffFormat.HTML))).isSubsetOf(TAGS);
        assertThat(DiffRenderer.render(diff, DiffFormat.MARKDOWN)).startsWith("# Version 1 to version 2\n");
        assertThat(DiffRenderer.render(diff, DiffFormat.UNIFIED)).startsWith("# version 1 to version 2\n");
    }

    @Test
    void aGraphWithACycleAndAStrangerIsDrawnAllTheSame() {
        Manifest one = Manifest.builder()
                .name("one")
                .content("a: 1\n")
                .addParents(MemberRef.manifest("two"), MemberRef.manifest("stranger"))
                .build();
        Manifest two = Manifest.builder()
                .name("two")
                .content("a: 1\n")
                .addParent(MemberRef.manifest("one"))
                .build();
        VersionDiff diff = Versions.diff(stack(manifest("zero", "")), stack(manifest("zero", ""), one, two));

        assertThat(new WaveLayout(diff.toGraph()).waves())
                .containsExactly(
                        List.of(MemberRef.manifest("zero")),
                        List.of(MemberRef.manifest("one"), MemberRef.manifest("two")));
        assertThat(DiffRenderer.render(diff, DiffFormat.HTML)).contains("+ manifest/two</text>");
    }

    private static VersionDiff hostile() {
        String text = "# " + HOSTILE + "\n```\n\u202E\nkey: 1\n";
        return Versions.diff(
                stack(manifest("a" + HOSTILE, text), manifest("b", "x: '" + HOSTILE.replace("'", "''") + "'\n")),
                stack(
                        manifest("a" + HOSTILE, text.replace("key: 1", "key: 2")),
                        manifest("b", "x: 1\n"),
                        manifest("c" + HOSTILE, "z: 1\n")));
    }

    private static Set<String> tags(String html) {
        return Pattern.compile("<(?!!DOCTYPE)/?([^\\s>]*)")
                .matcher(html)
                .results()
                .map(match -> match.group(1).replaceAll("/$", ""))
                .collect(Collectors.toSet());
    }

    @Provide
    Arbitrary<StackSpec> specs() {
        return AnyVersion.spec();
    }

    @Provide
    Arbitrary<List<Parameter>> parameters() {
        return AnyVersion.parameters();
    }
}

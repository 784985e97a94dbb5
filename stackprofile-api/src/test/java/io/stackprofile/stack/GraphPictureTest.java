package io.stackprofile.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GraphPictureTest {

    private static final StackGraph GRAPH = graph(
            member(MemberRef.manifest("namespaces")),
            member(MemberRef.addon("ingress"), MemberRef.manifest("namespaces")),
            member(MemberRef.manifest("web"), MemberRef.manifest("namespaces"), MemberRef.addon("ingress")));

    private static final String HOSTILE = "a\"]; <script>&'x'</script>\\ #quot; `b` 東京 \uD800";

    @Test
    void mermaidShowsWavesMembersAndEdges() {
        assertThat(GRAPH.render(GraphFormat.MERMAID)).isEqualTo("""
                flowchart TD
                  subgraph wave1["wave 1"]
                    m0["manifest/namespaces"]
                  end
                  subgraph wave2["wave 2"]
                    m1(["addon/ingress"])
                  end
                  subgraph wave3["wave 3"]
                    m2["manifest/web"]
                  end
                  m0 --> m1
                  m0 --> m2
                  m1 --> m2
                """);
    }

    @Test
    void dotShowsRanksMembersAndEdges() {
        assertThat(GRAPH.render(GraphFormat.DOT)).isEqualTo("""
                digraph stack {
                  rankdir=TB;
                  node [shape=box];
                  {rank=same; "manifest/namespaces";}
                  {rank=same; "addon/ingress" [style=rounded];}
                  {rank=same; "manifest/web";}
                  "manifest/namespaces" -> "addon/ingress";
                  "manifest/namespaces" -> "manifest/web";
                  "addon/ingress" -> "manifest/web";
                }
                """);
    }

    @Test
    void svgHasEveryMemberAndEdgeInsideThePicture() {
        String svg = GRAPH.render(GraphFormat.SVG);

        assertThat(texts(svg)).contains("manifest/namespaces", "addon/ingress", "manifest/web", "wave 3");
        assertThat(all(svg, "<path ")).hasSize(3 + 1);
        List<MatchResult> size = all(svg, "<svg .*width=\"(\\d+)\" height=\"(\\d+)\"");
        for (MatchResult box : all(svg, "<rect x=\"(\\d+)\" y=\"(\\d+)\" width=\"(\\d+)\" height=\"(\\d+)\"")) {
            assertThat(number(box, 1) + number(box, 3)).isLessThanOrEqualTo(number(size.get(0), 1));
            assertThat(number(box, 2) + number(box, 4)).isLessThanOrEqualTo(number(size.get(0), 2));
        }
    }

    @Test
    void namesAreTextWhateverTheirCharacters() {
        StackGraph graph = graph(
                member(MemberRef.manifest(HOSTILE)), member(MemberRef.addon(HOSTILE), MemberRef.manifest(HOSTILE)));

        String svg = graph.render(GraphFormat.SVG);
        assertThat(texts(svg)).contains("manifest/" + HOSTILE.replace('\uD800', '\uFFFD'));
        assertThat(all(svg, "<([a-z]+)"))
                .extracting(tag -> tag.group(1))
                .containsOnly("svg", "title", "defs", "marker", "path", "rect", "text");
        assertThat(graph.render(GraphFormat.MERMAID).lines().filter(line -> line.contains("manifest/")))
                .singleElement()
                .asString()
                .matches("    m0\\[\"[^\"<>&`\\\\]*\"]");
        assertThat(graph.render(GraphFormat.DOT)).contains("\"manifest/a\\\"]; <script>&'x'</script>\\\\ #quot; `b`");
    }

    @Test
    void aNameIsNeitherADirectiveNorAFormula() {
        String drawn = graph(member(MemberRef.manifest("%%{init: {'theme': 'dark'}}%% $$x$$")))
                .render(GraphFormat.MERMAID);

        assertThat(drawn).doesNotContain("%").doesNotContain("$");
    }

    @Test
    void anEmptyStackIsAnEmptyPicture() {
        assertThat(graph().render(GraphFormat.MERMAID)).isEqualTo("flowchart TD\n");
        assertThat(texts(graph().render(GraphFormat.SVG))).isEmpty();
    }

    @Test
    void aLongChainIsOrderedAndDrawnInReasonableTime() {
        List<Member> members = new ArrayList<>();
        members.add(member(MemberRef.manifest("m0")));
        for (int i = 1; i < 5_000; i++) {
            members.add(member(MemberRef.manifest("m" + i), MemberRef.manifest("m" + (i - 1))));
        }

        StackGraph graph = StackGraph.of(StackSpec.of(Optional.empty(), members));

        assertThat(graph.waves()).hasSize(5_000);
        assertThat(graph.render(GraphFormat.SVG)).contains("wave 5000");
    }

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }

    private static List<String> texts(String svg) {
        return all(svg, "<text [^>]*>([^<>]*)</text>").stream()
                .map(match -> match.group(1)
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&#39;", "'")
                        .replace("&amp;", "&"))
                .toList();
    }

    private static List<MatchResult> all(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().toList();
    }

    private static StackGraph graph(Member... members) {
        return StackGraph.of(StackSpec.of(Optional.empty(), List.of(members)));
    }

    private static Member member(MemberRef ref, MemberRef... parents) {
        return ref.kind() == MemberKind.ADDON
                ? Addon.builder()
                        .name(ref.name())
                        .chartName("web")
                        .chartVersion("1.0.0")
                        .addParents(parents)
                        .build()
                : Manifest.builder()
                        .name(ref.name())
                        .content("")
                        .addParents(parents)
                        .build();
    }
}

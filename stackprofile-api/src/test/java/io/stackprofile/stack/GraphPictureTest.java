package io.stackprofile.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

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
    void svgIsXmlWithEveryMemberAndEdgeInsideThePicture() throws Exception {
        Document svg = xml(GRAPH.render(GraphFormat.SVG));

        assertThat(texts(svg)).contains("manifest/namespaces", "addon/ingress", "manifest/web", "wave 3");
        assertThat(svg.getElementsByTagName("path").getLength()).isEqualTo(3 + 1);
        int width = Integer.parseInt(svg.getDocumentElement().getAttribute("width"));
        int height = Integer.parseInt(svg.getDocumentElement().getAttribute("height"));
        NodeList boxes = svg.getElementsByTagName("rect");
        for (int i = 1; i < boxes.getLength(); i++) {
            assertThat(number(boxes, i, "x") + number(boxes, i, "width")).isLessThanOrEqualTo(width);
            assertThat(number(boxes, i, "y") + number(boxes, i, "height")).isLessThanOrEqualTo(height);
        }
    }

    @Test
    void namesAreTextWhateverTheirCharacters() throws Exception {
        StackGraph graph = graph(
                member(MemberRef.manifest(HOSTILE)), member(MemberRef.addon(HOSTILE), MemberRef.manifest(HOSTILE)));

        Document svg = xml(graph.render(GraphFormat.SVG));
        assertThat(texts(svg)).contains("manifest/" + HOSTILE.replace('\uD800', '\uFFFD'));
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(graph.render(GraphFormat.MERMAID).lines().filter(line -> line.contains("manifest/")))
                .singleElement()
                .asString()
                .matches("    m0\\[\"[^\"<>&`\\\\]*\"]");
        assertThat(graph.render(GraphFormat.DOT)).contains("\"manifest/a\\\"]; <script>&'x'</script>\\\\ #quot; `b`");
    }

    @Test
    void anEmptyStackIsAnEmptyPicture() throws Exception {
        assertThat(graph().render(GraphFormat.MERMAID)).isEqualTo("flowchart TD\n");
        assertThat(xml(graph().render(GraphFormat.SVG))
                        .getElementsByTagName("text")
                        .getLength())
                .isZero();
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

    private static int number(NodeList nodes, int at, String attribute) {
        return Integer.parseInt(
                nodes.item(at).getAttributes().getNamedItem(attribute).getNodeValue());
    }

    private static List<String> texts(Document svg) {
        NodeList nodes = svg.getElementsByTagName("text");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }

    private static Document xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
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

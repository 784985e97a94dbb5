package io.stackprofile.stack;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws a graph as a picture: a band for each wave, in it rows of boxes, edges from the bottom of a parent to its child. */
final class SvgGraph {

    private static final int IN_ROW = 6;
    private static final int BOX_HEIGHT = 30;
    private static final int ROW = 46;
    private static final int GAP = 24;
    private static final int MARGIN = 20;
    private static final int BAND_GAP = 34;
    private static final int LABEL = 22;

    private record Box(int x, int y, int width) {
        int middle() {
            return x + width / 2;
        }
    }

    private final StackGraph graph;
    private final Map<MemberRef, Box> boxes = new HashMap<>();
    private final StringBuilder bands = new StringBuilder();
    private int width = 2 * MARGIN;
    private int height = MARGIN;

    private SvgGraph(StackGraph graph) {
        this.graph = graph;
    }

    static String render(StackGraph graph) {
        SvgGraph svg = new SvgGraph(graph);
        graph.waves().forEach(svg::place);
        int wave = 0;
        int y = MARGIN;
        for (List<MemberRef> members : graph.waves()) {
            y = svg.band(++wave, y, members.size());
        }
        return svg.picture();
    }

    private void place(List<MemberRef> wave) {
        int y = height + LABEL;
        for (int from = 0; from < wave.size(); from += IN_ROW) {
            int x = 2 * MARGIN;
            for (MemberRef ref : wave.subList(from, Math.min(wave.size(), from + IN_ROW))) {
                int box = 20 + columns(ref.toString()) * 8;
                boxes.put(ref, new Box(x, y, box));
                x += box + GAP;
            }
            width = Math.max(width, x - GAP + 2 * MARGIN);
            y += ROW;
        }
        height = y + BAND_GAP;
    }

    private int band(int wave, int y, int members) {
        int rows = (members + IN_ROW - 1) / IN_ROW;
        int tall = LABEL + rows * ROW;
        bands.append(text(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"8\" fill=\"#f2f4f7\"/>\n",
                MARGIN, y, width - 2 * MARGIN, tall));
        bands.append(text("<text x=\"%d\" y=\"%d\" fill=\"#667085\">wave %d</text>\n", MARGIN + 8, y + 15, wave));
        return y + tall + BAND_GAP;
    }

    private String picture() {
        StringBuilder out = new StringBuilder(text(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"%d\" height=\"%d\""
                        + " viewBox=\"0 0 %d %d\" font-family=\"monospace\" font-size=\"13\">\n",
                width, height, width, height));
        out.append("<title>Members in the order they are applied</title>\n<defs><marker id=\"to\" viewBox=\"0 0 8 8\""
                + " refX=\"8\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\">"
                + "<path d=\"M0 0L8 4L0 8z\" fill=\"#475467\"/></marker></defs>\n");
        out.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n").append(bands);
        graph.parents().forEach((child, parents) -> parents.forEach(parent -> out.append(edge(parent, child))));
        graph.order().forEach(ref -> out.append(box(ref)));
        return out.append("</svg>\n").toString();
    }

    private String edge(MemberRef parent, MemberRef child) {
        Box from = at(parent);
        Box to = at(child);
        int start = from.y() + BOX_HEIGHT;
        int bend = Math.max(20, (to.y() - start) / 2);
        return text(
                "<path d=\"M%d %dC%d %d %d %d %d %d\" fill=\"none\" stroke=\"#475467\" marker-end=\"url(#to)\"/>\n",
                from.middle(), start, from.middle(), start + bend, to.middle(), to.y() - bend, to.middle(), to.y());
    }

    private String box(MemberRef ref) {
        Box box = at(ref);
        boolean addon = ref.kind() == MemberKind.ADDON;
        return text(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\" fill=\"%s\" stroke=\"#98a2b3\"/>"
                        + "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" fill=\"#101828\">%s</text>\n",
                box.x(),
                box.y(),
                box.width(),
                BOX_HEIGHT,
                addon ? 15 : 4,
                addon ? "#e0ecff" : "#ffffff",
                box.middle(),
                box.y() + 20,
                escape(ref.toString()));
    }

    /** Digits as XML wants them, wherever the process runs. */
    private static String text(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    private Box at(MemberRef ref) {
        Box box = boxes.get(ref);
        if (box == null) {
            throw new IllegalArgumentException("not a member of this graph");
        }
        return box;
    }

    /** How many columns a text takes: characters of East Asia take two. */
    private static int columns(String text) {
        return text.codePoints().map(c -> c >= 0x1100 ? 2 : 1).sum();
    }

    /** What XML reads as more than text, as references; what it does not take at all, as a replacement character. */
    private static String escape(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isXml(c) ? c : 0xFFFD);
            }
        });
        return out.toString();
    }

    private static boolean isXml(int c) {
        boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
        return !surrogate && c != 0xFFFE && c != 0xFFFF;
    }
}

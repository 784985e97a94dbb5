package io.stackprofile.yaml;

import io.stackprofile.yaml.SourceNode.Origin;
import io.stackprofile.yaml.YamlException.Code;

/** Makes scalars of the engine's events, and refuses those that have no value. */
final class ScalarReader {
    /** What surrounds the scalar; the indent is the column of the block collection it stands in, -1 for none. */
    record Place(int parentIndent, boolean inFlow, boolean key) {}

    private ScalarReader() {}

    static YamlScalar read(
            Source source, String text, ScalarStyle style, Origin origin, Place place, CommentScan comments) {
        Origin exact = origin;
        int indent = Math.max(place.parentIndent(), 0) + 2;
        if (style.isBlock()) {
            BlockShape shape = BlockShape.read(source, origin.start(), origin.end(), place.parentIndent());
            exact = new Origin(origin.fullStart(), origin.start(), shape.end(), origin.anchor(), origin.tag());
            indent = shape.indent();
            comments.addOpaque(origin.start(), shape.headerEnd());
            comments.addOpaque(shape.bodyStart(), shape.end());
        } else {
            comments.addOpaque(origin.start(), origin.end());
            if (place.inFlow() && style == ScalarStyle.PLAIN) {
                GoSyntax.checkFlowPlain(source, origin, text);
            }
        }
        ScalarContext context = new ScalarContext(style, place.inFlow(), indent, place.key());
        YamlScalar scalar = new YamlScalar(source, exact, text, context, place.parentIndent());
        checkValue(source, scalar);
        return scalar;
    }

    private static void checkValue(Source source, YamlScalar scalar) {
        boolean plain = scalar.style() == ScalarStyle.PLAIN;
        String tag = scalar.origin.tag();
        if (tag == null && !(plain && GoScalar.isSuspect(scalar.text()))) {
            return;
        }
        if (GoScalar.resolve(tag, scalar.text(), plain) == null) {
            throw new YamlException(
                    Code.BAD_VALUE,
                    tag == null ? "JSON has no such number" : "this value does not fit its tag",
                    source.place(scalar.origin.start()));
        }
    }

    static ScalarStyle style(org.snakeyaml.engine.v2.common.ScalarStyle style) {
        return switch (style) {
            case SINGLE_QUOTED -> ScalarStyle.SINGLE_QUOTED;
            case DOUBLE_QUOTED, JSON_SCALAR_STYLE -> ScalarStyle.DOUBLE_QUOTED;
            case LITERAL -> ScalarStyle.LITERAL;
            case FOLDED -> ScalarStyle.FOLDED;
            default -> ScalarStyle.PLAIN;
        };
    }
}

package io.stackprofile.core.internal.render;

import io.stackprofile.diff.DiffFormat;
import io.stackprofile.diff.VersionDiff;

/** Writes a diff in any format. The same diff always gives the same text. */
public final class DiffRenderer {

    private DiffRenderer() {}

    /** The diff as {@code format} says. */
    public static String render(VersionDiff diff, DiffFormat format) {
        return switch (format) {
            case JSON -> JsonDiff.write(diff);
            case MARKDOWN -> MarkdownDiff.write(diff);
            case UNIFIED -> UnifiedDiff.write(diff);
            case HTML -> HtmlDiff.write(diff);
        };
    }
}

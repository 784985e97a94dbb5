package io.stackprofile.samples.cli.print;

import io.stackprofile.core.StoreCopyReport;
import java.util.Locale;

/** Shows what a copy of a store came to. */
public final class StoreCopyText {

    private StoreCopyText() {}

    /** How many items of each kind there are, and where the two stores differ. */
    public static String show(StoreCopyReport report) {
        Table items = Table.of("KIND", "ITEMS");
        report.items().forEach((kind, count) -> items.row(kind.toLowerCase(Locale.ROOT), count));
        if (report.isExact()) {
            return items.render() + "\nThe copy is exact.\n";
        }
        Table differences = Table.of("DIFFERS", "ORGANISATION", "ORIGINAL", "COPY");
        report.differences()
                .forEach(difference -> differences.row(
                        difference.kind().toLowerCase(Locale.ROOT),
                        difference.organisation(),
                        difference.from(),
                        difference.to()));
        return items.render() + "\nThe copy is not exact.\n" + differences.render();
    }
}

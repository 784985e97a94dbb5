package io.stackprofile.benchmarks.scale;

import io.stackprofile.spi.store.StackProfileStore;
import java.util.Locale;

/** What a hundred versions of a large stack take, each of which changes three members, against what one takes. */
final class VersionsSize {

    private static final int VERSIONS = 100;

    private VersionsSize() {}

    static void report(ScaleDatabase empty, ManyMembers members, ScaleReport report) throws Exception {
        StackProfileStore store = empty.store();
        long nothing = empty.bytes();
        store.contents().putAll(StoredRows.ORGANISATION, members.contents(), members.now());
        store.profiles().create("everything", members.profile(), members.version());
        empty.analyse();
        long one = empty.bytes() - nothing;
        for (int version = 2; version <= VERSIONS; version++) {
            members.change();
            store.contents().putAll(StoredRows.ORGANISATION, members.contents(), members.now());
            PublishedVersion next = PublishedVersion.after(store, members);
            store.profiles().append("everything " + version, next.before(), next.profile(), next.version());
        }
        empty.analyse();
        long all = empty.bytes() - nothing;
        report.line(
                VERSIONS + " versions of " + members.names().size() + " members, three changed in each",
                String.format(
                        Locale.ROOT,
                        "%.1f MB, %.2f times one version's %.1f MB, %.0f KB for each further version",
                        all / 1e6,
                        (double) all / one,
                        one / 1e6,
                        (all - one) / 1e3 / (VERSIONS - 1)));
    }
}

package io.stackprofile.testkit;

import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.store.ContentStore;
import io.stackprofile.spi.store.DraftStore;
import io.stackprofile.spi.store.HistoryStore;
import io.stackprofile.spi.store.InstantiationStore;
import io.stackprofile.spi.store.ProfileCatalogue;
import io.stackprofile.spi.store.ProfileStore;
import io.stackprofile.spi.store.StoreArchive;
import io.stackprofile.spi.store.SuggestionStore;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The table of docs/contract/methods.md: what each method of a store or cluster promises. */
final class MethodTable {

    private MethodTable() {}

    /** Its rows, cell by cell. */
    static List<List<String>> rows() throws IOException {
        return Files.readAllLines(ClauseSources.document("methods.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(1, line.length() - 1).split("\\|"))
                .map(cells -> Arrays.stream(cells).map(String::strip).toList())
                .toList();
    }

    /** The methods it lists, as in {@code ProfileStore.find}, sorted. */
    static List<String> methods() throws IOException {
        return rows().stream().map(row -> row.get(0).replace("`", "")).sorted().toList();
    }

    /** The methods there are. */
    static List<String> ofTheSpi() {
        return Stream.of(
                        ProfileStore.class,
                        ProfileCatalogue.class,
                        HistoryStore.class,
                        ContentStore.class,
                        DraftStore.class,
                        SuggestionStore.class,
                        InstantiationStore.class,
                        StoreArchive.class,
                        ClusterAccess.class)
                .flatMap(role -> Arrays.stream(role.getMethods()).map(MethodTable::name))
                .sorted()
                .toList();
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
}

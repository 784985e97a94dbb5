package io.stackprofile.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.PageRequest;
import io.stackprofile.spi.store.ProfileFilter;
import io.stackprofile.testkit.InMemoryStore;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The harness runs, and what it fills a store with is what a store makes itself. */
class ScaleRunTest {

    private static final Path SAMPLE = Path.of(System.getProperty("stackprofile.root"), "samples", "stacks", "prod");

    @Test
    void everyWayOfASmallStoreGivesTheSame() throws Exception {
        String report = ScaleRun.report(2_000, List.of("sqlite"), SAMPLE, new Contest.Pace(0, 1, 1));
        assertThat(report)
                .contains("filled: 10,009 items", "| ours, by token |", "| COUNT of 900 |", "| raw insert and commit |")
                .contains("100 versions of", "a publication by the engine");
    }

    @Test
    void countsOfWhatIsFilledAreThoseOfItsRows() {
        InMemoryStore store = new InMemoryStore();
        new StoredRows(1_000).into(store.archive().orElseThrow(), done -> {});
        assertThat(store.catalogue()
                        .count(ProfileFilter.builder()
                                .organisation(StoredRows.ORGANISATION)
                                .build()))
                .isEqualTo(1_000);
        assertThat(store.profiles().versions(StoredRows.ORGANISATION, StoredRows.BUSY))
                .hasSize(StoredRows.VERSIONS);
        assertThat(store.instantiations().instanceCount(StoredRows.BUSY)).isEqualTo(500);
        assertThat(store.history()
                        .page(StoredRows.ORGANISATION, StoredRows.BUSY, PageRequest.first())
                        .items())
                .hasSize(1);
    }
}

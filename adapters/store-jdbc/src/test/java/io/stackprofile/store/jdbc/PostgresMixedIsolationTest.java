package io.stackprofile.store.jdbc;

import static io.stackprofile.store.jdbc.Records.NOON;
import static io.stackprofile.store.jdbc.Records.VALUES;
import static io.stackprofile.store.jdbc.Records.digest;
import static io.stackprofile.store.jdbc.Records.draft;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.store.jdbc.PostgresqlOptions.Isolation;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Applications over one database that chose different isolations, as all do for a while when one is changed. */
class PostgresMixedIsolationTest {

    private final DataSource database = PostgresPools.emptied();

    @ParameterizedTest
    @CsvSource({"READ_COMMITTED, SERIALIZABLE", "SERIALIZABLE, READ_COMMITTED"})
    void a_sweep_spares_a_text_that_a_record_refers_to_meanwhile(Isolation writer, Isolation sweeper) throws Exception {
        try (JdbcStore store = JdbcStore.postgresql(database);
                HeldCommit held = new HeldCommit(database, writer, sweeper)) {
            store.contents().putAll("acme", Map.of(digest(VALUES), VALUES), NOON);
            HeldCommit.Both<Boolean, Long> both = held.run(
                    1,
                    writing -> {
                        writing.drafts()
                                .create(draft(1, "{}")
                                        .addContents(digest(VALUES))
                                        .build());
                        return true;
                    },
                    sweeping -> sweeping.contents().sweep("acme", NOON.plusSeconds(3600)));
            assertThat(both.second()).isZero();
            assertThat(store.contents().getAll("acme", List.of(digest(VALUES)))).containsEntry(digest(VALUES), VALUES);
        }
    }
}

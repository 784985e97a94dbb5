package io.stackprofile.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.test.postgres.PostgresServer;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class StorePlaceTest {

    @Test
    void user_and_password_come_from_the_environment_where_the_url_has_none() {
        PGSimpleDataSource database = PostgresServer.shared().emptyDatabase();
        String url = "jdbc:postgresql://localhost:" + database.getPortNumbers()[0] + "/" + database.getDatabaseName();
        Map<String, String> environment = Map.of("PGUSER", String.valueOf(database.getUser()), "PGPASSWORD", "any");
        try (StackProfileStore store = StorePlace.of(url, environment).open()) {
            assertThat(store.archive().orElseThrow().read(Optional.empty()).items())
                    .isEmpty();
        }
    }

    @Test
    void a_place_is_the_same_however_its_file_is_spelt() {
        StorePlace file = StorePlace.of("profiles.db", Map.of());
        assertThat(file.isSameAs(StorePlace.of("./x/../profiles.db", Map.of()))).isTrue();
        assertThat(file.isSameAs(StorePlace.of("other.db", Map.of()))).isFalse();
        assertThat(file.isSameAs(StorePlace.of("jdbc:postgresql://localhost/x", Map.of())))
                .isFalse();
    }

    @Test
    void a_place_does_not_show_its_password() {
        assertThat(StorePlace.of("jdbc:postgresql://localhost/x?password=canary-7", Map.of())
                        .toString())
                .doesNotContain("canary-7");
    }
}

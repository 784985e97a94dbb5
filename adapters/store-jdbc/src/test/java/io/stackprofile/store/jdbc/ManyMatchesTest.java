package io.stackprofile.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.ProfileFilter;
import io.stackprofile.spi.store.ProfileRecord;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Above and below the number of matches at which a listing is read another way, it gives the same. */
class ManyMatchesTest {

    private static final int MANY = Listing.FEW + 200;

    @TempDir
    private Path folder;

    private Transactions transactions;
    private JdbcStore store;

    @BeforeEach
    void fill() {
        transactions = SqliteFile.open(folder.resolve("profiles.db"));
        store = new JdbcStore(transactions);
        transactions.write("fill", this::insertAll);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void profiles_of_a_prefix() {
        for (String prefix : List.of("stack-", "stack-1", "stack-77", "stack-770", "none")) {
            ProfileFilter filter = ProfileFilter.builder()
                    .organisation("acme")
                    .namePrefix(prefix)
                    .build();
            List<String> expected = IntStream.iterate(MANY, n -> n > 0, n -> n - 1)
                    .mapToObj(n -> "stack-" + n)
                    .filter(name -> name.startsWith(prefix))
                    .toList();
            assertThat(all(request -> store.catalogue().page(filter, request)))
                    .extracting(ProfileRecord::name)
                    .isEqualTo(expected);
            assertThat(store.catalogue().count(filter)).isEqualTo(expected.size());
        }
    }

    @Test
    void instances_behind() {
        for (int below : List.of(1, 2, 3, 4)) {
            List<Integer> expected = IntStream.iterate(MANY, n -> n > 0, n -> n - 1)
                    .filter(n -> versionOf(n) < below)
                    .boxed()
                    .toList();
            assertThat(all(request ->
                            store.instantiations().page("acme", Records.profileId(1), OptionalInt.of(below), request)))
                    .extracting(InstantiationRecord::id)
                    .isEqualTo(expected.stream().map(n -> instance(n).id()).toList());
            assertThat(store.instantiations().outdatedCount("acme", Records.profileId(1), below))
                    .isEqualTo(expected.size());
        }
    }

    private int insertAll(Sql sql) throws SQLException {
        for (int n = 1; n <= MANY; n++) {
            ProfileRows.insert(sql, Records.profile(n, "stack-" + n).build());
            InstantiationRows.insert(sql, instance(n));
        }
        return MANY;
    }

    private static InstantiationRecord instance(int n) {
        return Records.instance(n, versionOf(n), InstantiationStatus.DEPLOYED).build();
    }

    private static int versionOf(int n) {
        return n % 100 == 0 ? 1 : 2 + n % 2;
    }

    private static <T> List<T> all(Function<PageRequest, Page<T>> listing) {
        List<T> items = new ArrayList<>();
        Page<T> page = listing.apply(PageRequest.first(300));
        items.addAll(page.items());
        while (page.next().isPresent()) {
            page = listing.apply(PageRequest.first(300).at(page.next().get()));
            items.addAll(page.items());
        }
        return items;
    }
}

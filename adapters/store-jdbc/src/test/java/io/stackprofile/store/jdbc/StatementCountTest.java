package io.stackprofile.store.jdbc;

import static io.stackprofile.store.jdbc.Records.NOON;
import static io.stackprofile.store.jdbc.Records.digest;
import static io.stackprofile.store.jdbc.Records.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Digest;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.VersionRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What travels to PostgreSQL does not grow with the number of members. */
class StatementCountTest {

    private static final int MEMBERS = 1_187;

    private final WatchedSource source = new WatchedSource(PostgresPools.emptied());
    private final JdbcStore store = JdbcStore.postgresql(source);
    private final List<String> texts =
            IntStream.range(0, MEMBERS).mapToObj(n -> "member: " + n).toList();

    @AfterEach
    void close() {
        store.close();
    }

    private Map<Digest, String> contents() {
        Map<Digest, String> contents = new LinkedHashMap<>();
        texts.forEach(text -> contents.put(digest(text), text));
        return contents;
    }

    @Test
    void a_put_of_many_texts() {
        source.executed();
        store.contents().putAll("acme", contents(), NOON);
        assertThat(source.executed())
                .as("new: a look, and two inserts in a transaction")
                .hasSize(5);
        store.contents().putAll("acme", contents(), NOON.plusSeconds(1));
        assertThat(source.executed())
                .as("known: a look, and a touch in a transaction")
                .hasSize(4);
        store.contents().putAll("acme", contents(), NOON.plusSeconds(3_000));
        assertThat(source.executed()).as("kept for an hour: a look").hasSize(1);
    }

    @Test
    void a_read_of_many_texts() {
        store.contents().putAll("acme", contents(), NOON);
        source.executed();
        assertThat(store.contents().getAll("acme", contents().keySet())).isEqualTo(contents());
        assertThat(source.executed()).hasSize(1);
    }

    @Test
    void a_version_of_many_members() {
        VersionRecord version = Records.version(1, "{}", texts.toArray(String[]::new));
        ProfileRecord profile = profile(1, "platform-baseline").build();
        source.executed();
        store.profiles().create("key", profile, version);
        int statements = source.executed().size();
        assertThat(statements).isLessThanOrEqualTo(17);
        assertThat(store.profiles().version("acme", profile.id(), 1)).contains(version);

        ProfileRecord other = profile(2, "other").build();
        store.profiles().version("acme", other.id(), 1);
        source.executed();
        store.profiles().create("other", other, Records.version(1, "{}", "one member"));
        assertThat(source.executed()).as("with one member").hasSize(statements);
    }

    @Test
    void a_sweep_of_many_texts_goes_in_steps() {
        store.contents().putAll("acme", contents(), NOON);
        assertThat(store.contents().sweep("acme", NOON.plusSeconds(1))).isEqualTo(MEMBERS);
        assertThat(store.contents().getAll("acme", contents().keySet())).isEmpty();
        assertThat(Optional.of(store.contents().sweep("acme", NOON.plusSeconds(1))))
                .contains(0L);
    }
}

package io.stackprofile.testkit.contract;

import io.stackprofile.Digest;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.testkit.TextDigest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the contracts of a store's roles share: an empty store before each test, closed after it. */
public abstract class StoreContract {

    /** Whose records most tests write. */
    static final String ACME = "acme";

    /** Another tenant; its name starts with the first one's, on purpose. */
    static final String GLOBEX = "acme-globex";

    /** Makes the records the tests write. */
    final Records records = new Records();

    private Optional<StackProfileStore> store = Optional.empty();

    /** For subclasses. */
    protected StoreContract() {}

    /** An empty store; called before each test, closed after it. */
    protected abstract StackProfileStore openStore();

    /** Opens the store of the next test. */
    @BeforeEach
    public void open() {
        store = Optional.of(openStore());
    }

    /** Closes the store, twice: the second time must do nothing. */
    @AfterEach
    public void close() {
        store.ifPresent(open -> {
            open.close();
            open.close();
        });
    }

    /** The store under test. */
    protected final StackProfileStore store() {
        return store.orElseThrow();
    }

    /** Keeps a text and gives its digest. */
    final Digest keep(String organisation, String text, Instant now) {
        Digest digest = TextDigest.of(text);
        store().contents().putAll(organisation, Map.of(digest, text), now);
        return digest;
    }

    /** Keeps a text of a new version, draft or instance. */
    final Digest keep(String organisation, String text) {
        return keep(organisation, text, Records.NOW);
    }
}

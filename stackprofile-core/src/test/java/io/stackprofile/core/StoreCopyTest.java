package io.stackprofile.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stackprofile.Caller;
import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.StackProfiles;
import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.error.StoreException;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.spi.store.StoreArchive;
import io.stackprofile.spi.store.StoredItem;
import io.stackprofile.testkit.InMemoryClusters;
import io.stackprofile.testkit.InMemoryStore;
import io.stackprofile.testkit.RecordingProgress;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A store is copied to another one, and an engine over the copy goes on as over the original. */
class StoreCopyTest {

    private final EngineFixture fixture = new EngineFixture();
    private final InMemoryStore copy = new InMemoryStore();

    @Test
    void an_engine_over_the_copy_goes_on() {
        ProfileVersion version = fixture.captureShop();
        ProfileDraft draft = fixture.acme()
                .drafts()
                .create(CreateDraftRequest.builder()
                        .profile(version.profileId())
                        .build());
        StoreCopyReport report = StoreCopy.of(fixture.store, copy).run();
        assertThat(report.isExact()).isTrue();
        assertThat(report.items()).containsKeys("Text", "Profile", "Version", "Answer", "History", "Draft");
        try (StackProfiles engine = StackProfileEngine.builder()
                .store(copy)
                .clusters(InMemoryClusters.of(fixture.prod, fixture.staging))
                .build()) {
            var acme = engine.as(Caller.of("acme", "alice"));
            assertThat(acme.profiles().version(version.profileId(), 1)).isEqualTo(version);
            assertThat(acme.drafts().get(draft.id())).isEqualTo(draft);
            assertThat(acme.profiles()
                            .history(version.profileId(), PageRequest.first())
                            .items())
                    .isEqualTo(fixture.acme()
                            .profiles()
                            .history(version.profileId(), PageRequest.first())
                            .items());
        }
    }

    @Test
    void no_secret_is_in_what_is_copied() {
        fixture.captureShop();
        List<String> said = new ArrayList<>();
        StackProfileStore listening = archived(
                copy,
                archive -> restoring(archive, items -> {
                    items.forEach(item -> said.add(item + (item instanceof StoredItem.Text text ? text.text() : "")));
                    return items;
                }));
        StoreCopyReport report = StoreCopy.of(fixture.store, listening).run();
        assertThat(said).isNotEmpty();
        for (String canary : ShopStack.CANARIES) {
            assertThat(said + report.toString()).doesNotContain(canary, ShopStack.base64(canary));
        }
    }

    @Test
    void what_a_copy_lacks_or_has_otherwise_is_reported_by_kind_and_organisation() {
        fixture.captureShop();
        StackProfileStore forgetful = archived(
                copy,
                archive -> restoring(
                        archive,
                        items -> items.stream()
                                .filter(item -> !(item instanceof StoredItem.History))
                                .map(item -> item instanceof StoredItem.Text text
                                        ? new StoredItem.Text(
                                                text.organisation(), text.digest(), text.text() + "\n", text.lastPut())
                                        : item)
                                .toList()));
        StoreCopyReport report = StoreCopy.of(fixture.store, forgetful).run();
        long texts = report.items().get("Text");
        assertThat(report.isExact()).isFalse();
        assertThat(report.differences())
                .containsExactly(
                        new StoreCopyReport.Difference("History", "acme", 1, 0),
                        new StoreCopyReport.Difference("Text", "acme", texts, texts));
    }

    @Test
    void a_store_with_something_in_it_is_refused_and_left_as_it_is() {
        fixture.captureShop();
        StoreCopy.of(fixture.store, copy).run();
        List<StoredItem> before = everything(copy);
        assertThatThrownBy(() -> StoreCopy.of(fixture.store, copy).run())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is not empty")
                .hasMessageContaining("onto()");
        assertThat(everything(copy)).isEqualTo(before);
    }

    @Test
    void a_copy_that_was_cut_off_is_taken_up() {
        for (int n = 0; n < 40; n++) {
            fixture.acme().profiles().capture(EngineFixture.named("shop-" + n).build());
        }
        StackProfileStore failing = archived(
                copy,
                archive -> restoring(archive, items -> {
                    if (items.stream().anyMatch(StoredItem.History.class::isInstance)) {
                        throw new StoreException("the disk is full", "Free space and repeat the call.");
                    }
                    return items;
                }));
        assertThatThrownBy(() -> StoreCopy.of(fixture.store, failing).run()).hasMessageContaining("the disk is full");
        assertThat(everything(copy)).isNotEmpty();
        assertThat(StoreCopy.of(fixture.store, copy).onto().run().isExact()).isTrue();
        assertThat(everything(copy)).containsExactlyInAnyOrderElementsOf(everything(fixture.store));
    }

    @Test
    void what_was_deleted_since_is_reported() {
        ProfileVersion version = fixture.captureShop();
        StoreCopy.of(fixture.store, copy).run();
        fixture.acme().profiles().delete(version.profileId());
        StoreCopyReport report = StoreCopy.of(fixture.store, copy).onto().run();
        assertThat(report.differences())
                .contains(
                        new StoreCopyReport.Difference("Profile", "acme", 0, 1),
                        new StoreCopyReport.Difference("Version", "acme", 0, 1));
    }

    @Test
    void a_store_without_an_archive_is_named() {
        StackProfileStore closed = archived(copy, archive -> Optional.empty());
        assertThatThrownBy(() -> StoreCopy.of(closed, copy))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("the store to copy from offers no archive");
        assertThatThrownBy(() -> StoreCopy.of(copy, closed)).hasMessageContaining("the store to copy to offers no");
    }

    @Test
    void progress_is_told() {
        fixture.captureShop();
        RecordingProgress progress = new RecordingProgress();
        StoreCopy.of(fixture.store, copy).progress(progress).run();
        assertThat(progress.steps()).containsExactly("copy", "compare the original", "compare the copy");
    }

    private static List<StoredItem> everything(StackProfileStore store) {
        List<StoredItem> items = new ArrayList<>();
        Optional<String> token = Optional.empty();
        do {
            Page<StoredItem> page = store.archive().orElseThrow().read(token);
            items.addAll(page.items());
            token = page.next();
        } while (token.isPresent());
        return items;
    }

    /** An archive that stores something else than it is given. */
    private static Optional<StoreArchive> restoring(
            StoreArchive archive, Function<List<StoredItem>, List<StoredItem>> change) {
        return Optional.of(new StoreArchive() {
            @Override
            public Page<StoredItem> read(Optional<String> token) {
                return archive.read(token);
            }

            @Override
            public void restore(List<StoredItem> items) {
                archive.restore(change.apply(items));
            }
        });
    }

    private static StackProfileStore archived(
            StackProfileStore store, Function<StoreArchive, Optional<StoreArchive>> archive) {
        return (StackProfileStore) Proxy.newProxyInstance(
                StackProfileStore.class.getClassLoader(),
                new Class<?>[] {StackProfileStore.class},
                (proxy, method, arguments) -> {
                    try {
                        return method.getName().equals("archive")
                                ? archive.apply(store.archive().orElseThrow())
                                : method.invoke(store, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }
}

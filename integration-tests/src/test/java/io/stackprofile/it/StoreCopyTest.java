package io.stackprofile.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stackprofile.Caller;
import io.stackprofile.OrganisationSession;
import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.StackProfiles;
import io.stackprofile.capture.CaptureVersionRequest;
import io.stackprofile.core.StoreCopy;
import io.stackprofile.core.StoreCopyReport;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.instantiation.Instantiation;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.spi.store.StoredItem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A store of every kind is copied to one of every kind, and an engine goes on over the copy. */
class StoreCopyTest {

    @TempDir
    Path folder = Path.of("");

    @TempDir
    Path copies = Path.of("");

    static Stream<Arguments> pairs() {
        return Stream.of(StoreKind.values())
                .flatMap(from -> Stream.of(StoreKind.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void anEngineGoesOnOverTheCopy(StoreKind from, StoreKind to) throws IOException {
        try (StackProfileStore original = from.open(folder);
                StackProfileStore copy = to.open(copies)) {
            CopiedLife life = new CopiedLife(original);
            StoreCopyReport report = StoreCopy.of(original, copy).run();
            assertThat(report.differences()).isEmpty();
            assertThat(report.items())
                    .containsOnlyKeys(
                            "Text", "Profile", "Version", "Answer", "History", "Draft", "Suggestion", "Instance");
            assertThat(report.items()).containsEntry("Version", 3L).containsEntry("Instance", 6L);
            List<StoredItem> copied = everything(copy);
            assertThat(copied).containsExactlyInAnyOrderElementsOf(everything(original));
            assertNoCanary(copied, report);
            try (StackProfiles engine = life.over(copy)) {
                assertThat(life.read(engine)).isEqualTo(life.read(life.world.engine));
                goOn(life, engine.as(Caller.of("acme", "alice")));
            }
        }
        assertNoCanaryInFiles();
    }

    private static void goOn(CopiedLife life, OrganisationSession acme) {
        var id = life.first.profileId();
        ProfileVersion again = acme.profiles().capture(CopiedLife.ONCE);
        assertThat(again).as("a request is answered as it was").isEqualTo(life.first);
        assertThat(statuses(acme, life))
                .containsExactlyInAnyOrder(
                        InstantiationStatus.SUPERSEDED,
                        InstantiationStatus.DEPLOYED,
                        InstantiationStatus.DEPLOYED,
                        InstantiationStatus.DRAFTED,
                        InstantiationStatus.PARTIAL,
                        InstantiationStatus.COMMITTING);
        assertOutdated(acme, life, 1);
        life.world.prod.put("shop", World.stack(9));
        ProfileVersion next = acme.profiles()
                .captureVersion(
                        id, CaptureVersionRequest.builder().channel("stable").build());
        assertThat(next.version()).isEqualTo(4);
        assertOutdated(acme, life, 2);
        World.deploy(acme, World.request(next, "b").version(4).build());
        assertOutdated(acme, life, 1);
        acme.instantiations().commit(life.drafted);
        acme.instantiations().commit(life.interrupted);
        assertOutdated(acme, life, 3);
        assertThat(acme.profiles().purge()).isZero();
        assertThat(acme.profiles().version(id, 1)).isEqualTo(life.first);
    }

    private static List<InstantiationStatus> statuses(OrganisationSession acme, CopiedLife life) {
        return acme.instantiations().list(life.first.profileId(), PageRequest.first(100)).items().stream()
                .map(Instantiation::status)
                .toList();
    }

    private static void assertOutdated(OrganisationSession acme, CopiedLife life, int expected) {
        var id = life.first.profileId();
        assertThat(acme.profiles().get(id).updateStatus().outdatedInstantiationCount())
                .isEqualTo(expected);
        assertThat(acme.instantiations().outdated(id, PageRequest.first(100)).items())
                .hasSize(expected);
    }

    @ParameterizedTest
    @MethodSource("unstorable")
    void whatPostgresqlCannotKeepIsRefusedByItsFieldAndTheCopyKeepsWhatItHad(StoredItem item, String field) {
        try (StackProfileStore original = StoreKind.MEMORY.open(folder);
                StackProfileStore other = StoreKind.MEMORY.open(folder);
                StackProfileStore copy = StoreKind.POSTGRES.open(folder)) {
            new CopiedLife(other);
            StoreCopy.of(other, copy).run();
            List<StoredItem> before = everything(copy);
            original.archive().orElseThrow().restore(List.of(UnstorableItems.plain(), item));

            InvalidContentException refused = catchThrowableOfType(
                    InvalidContentException.class,
                    () -> StoreCopy.of(original, copy).onto().run());

            assertThat(refused.getMessage())
                    .contains(field, "PostgreSQL", "Remove the character")
                    .doesNotContain(UnstorableItems.CANARY);
            assertThat(everything(copy)).containsExactlyInAnyOrderElementsOf(before);
        }
    }

    static Stream<Arguments> unstorable() {
        return UnstorableItems.all();
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

    private static void assertNoCanary(List<StoredItem> items, StoreCopyReport report) {
        for (StoredItem item : items) {
            assertThat(item + (item instanceof StoredItem.Text text ? text.text() : ""))
                    .doesNotContain(World.CANARY);
            if (item instanceof StoredItem.Version version) {
                assertThat(version.version().document()).doesNotContain(World.CANARY);
            } else if (item instanceof StoredItem.Instance instance) {
                assertThat(instance.instance().document()).doesNotContain(World.CANARY);
            } else if (item instanceof StoredItem.Draft draft) {
                assertThat(draft.draft().document()).doesNotContain(World.CANARY);
            } else if (item instanceof StoredItem.Suggestion suggestion) {
                assertThat(suggestion.suggestion().document()
                                + suggestion.suggestion().proposal())
                        .doesNotContain(World.CANARY);
            }
        }
        assertThat(report.toString()).doesNotContain(World.CANARY);
    }

    private void assertNoCanaryInFiles() throws IOException {
        try (Stream<Path> files = Files.walk(copies)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(World.CANARY);
            }
        }
    }
}

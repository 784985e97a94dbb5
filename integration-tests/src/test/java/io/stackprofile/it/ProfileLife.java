package io.stackprofile.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.OrganisationSession;
import io.stackprofile.PageRequest;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.instantiation.Instantiation;
import io.stackprofile.profile.Profile;
import io.stackprofile.profile.ProfileQuery;
import io.stackprofile.profile.ProfileSummary;
import io.stackprofile.profile.VersionSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An engine and the model of what it should hold, changed together and compared after each change. */
final class ProfileLife implements AutoCloseable {

    /** Thousands of durable commits say nothing about profiles; where there are files in memory, they are made there. */
    private static final Path MEMORY = Path.of("/dev/shm");

    final World world;
    final Map<String, ProfileModel> model = new LinkedHashMap<>();
    private final Path folder;

    ProfileLife(StoreKind kind) {
        try {
            folder = Files.isWritable(MEMORY)
                    ? Files.createTempDirectory(MEMORY, "profile-life")
                    : Files.createTempDirectory("profile-life");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        world = new World(kind.open(folder));
    }

    /** Makes a change of the engine, which must fail with {@code refusal}, or else the same change of the model. */
    void expect(Optional<ErrorCode> refusal, Runnable engine, Runnable inModel) {
        try {
            engine.run();
        } catch (StackProfileException refused) {
            assertThat(Optional.of(refused.code())).as(refused.getMessage()).isEqualTo(refusal);
            return;
        }
        assertThat(Optional.<ErrorCode>empty()).isEqualTo(refusal);
        inModel.run();
    }

    /** Requires that the engine holds what the model does. */
    void compare(String name) {
        OrganisationSession acme = world.acme();
        assertThat(acme.profiles().list(ProfileQuery.all(), PageRequest.first()).items())
                .extracting(ProfileSummary::name)
                .containsExactlyInAnyOrderElementsOf(model.keySet());
        Optional.ofNullable(model.get(name)).ifPresent(expected -> {
            compare(expected, acme.profiles().find(name));
            compareReaders(expected, name);
        });
    }

    private void compare(ProfileModel expected, Profile actual) {
        assertThat(actual.id()).isEqualTo(expected.id);
        assertThat(actual.revision()).as("revision").isEqualTo(expected.revision);
        assertThat(actual.latestVersion()).as("latest").isEqualTo(expected.versions.size());
        assertThat(actual.pinnedVersion()).as("pin").isEqualTo(expected.pin);
        assertThat(actual.channels()).as("heads").isEqualTo(expected.heads());
        assertThat(actual.currentVersion()).as("current").isEqualTo(expected.current());
        assertThat(actual.sharedWith()).as("readers").containsExactlyInAnyOrderElementsOf(expected.sharedWith);
        assertThat(actual.versions())
                .extracting(VersionSummary::version)
                .isSortedAccordingTo(Comparator.reverseOrder());
        for (VersionSummary version : actual.versions()) {
            ProfileModel.Version modelled = expected.version(version.version());
            assertThat(version.channel()).isEqualTo(modelled.channel);
            assertThat(version.deprecation().isPresent()).isEqualTo(modelled.deprecated);
        }
        assertThat(actual.updateStatus().outdatedInstantiationCount())
                .as("outdated")
                .isEqualTo(expected.outdated());
        List<Instantiation> outdated = world.acme()
                .instantiations()
                .outdated(expected.id, PageRequest.first(100))
                .items();
        assertThat(outdated).hasSize((int) expected.outdated());
        assertThat(outdated).allSatisfy(instance -> {
            assertThat(expected.deployed).containsEntry(instance.stack(), instance.version());
            assertThat(instance.behind()).isEqualTo(expected.current() - instance.version());
            assertThat(instance.deprecated()).isEqualTo(expected.version(instance.version()).deprecated);
        });
        assertThat(world.acme()
                        .profiles()
                        .history(expected.id, PageRequest.first(1))
                        .items())
                .singleElement()
                .satisfies(change -> assertThat(change.revision()).isEqualTo(expected.revision));
    }

    private void compareReaders(ProfileModel expected, String name) {
        for (String organisation : List.of("globex", "hooli")) {
            boolean found;
            try {
                found = world.as(organisation)
                        .profiles()
                        .find("acme/" + name)
                        .id()
                        .equals(expected.id);
            } catch (StackProfileException refused) {
                assertThat(refused.code()).isEqualTo(ErrorCode.NOT_FOUND);
                found = false;
            }
            assertThat(found).as("read by " + organisation).isEqualTo(expected.isReadBy(organisation));
        }
    }

    @Override
    public void close() {
        world.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(ProfileLife::delete);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

package io.stackprofile.it.folder;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Caller;
import io.stackprofile.OrganisationSession;
import io.stackprofile.Role;
import io.stackprofile.StackProfiles;
import io.stackprofile.capture.CaptureRequest;
import io.stackprofile.capture.CaptureVersionRequest;
import io.stackprofile.cluster.directory.DirectoryClusters;
import io.stackprofile.core.StackProfileEngine;
import io.stackprofile.instantiation.CommitResult;
import io.stackprofile.instantiation.InstantiateRequest;
import io.stackprofile.instantiation.Instantiations;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.SecretRef;
import io.stackprofile.parameter.SecretValue;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.InMemoryCluster;
import io.stackprofile.testkit.InMemoryClusters;
import io.stackprofile.testkit.InMemoryStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The stack running on {@code prod}, a profile of it, and a folder as cluster {@code target} that holds other things. */
final class FolderWorld implements AutoCloseable {

    static final String SECRET = "Vb3-resolved-Lm8-for-the-target";

    private final InMemoryCluster prod = InMemoryCluster.named("prod");
    private final FolderKind kind;
    private final Path root;
    private final StackProfiles engine;
    private final List<Object> results = new ArrayList<>();
    private ProfileVersion version;

    FolderWorld(FolderKind kind, Path root) {
        this.kind = kind;
        this.root = root;
        kind.inhabited().forEach(this::write);
        DirectoryClusters folders =
                DirectoryClusters.builder().add("target", root).build();
        InMemoryClusters running = InMemoryClusters.of(prod);
        this.engine = StackProfileEngine.builder()
                .store(new InMemoryStore())
                .clusters((organisation, name) ->
                        running.find(organisation, name).or(() -> folders.find(organisation, name)))
                .secrets((organisation, ref) -> Optional.of(SecretValue.of(SECRET)))
                .build();
        prod.put("quay", Berths.stack());
        CaptureRequest.Builder request = CaptureRequest.builder();
        this.version = acme().profiles()
                .capture(request.name("quay")
                        .cluster("prod")
                        .stack("quay")
                        .includeAddonConfigurations(true)
                        .build());
    }

    private OrganisationSession acme() {
        return engine.as(Caller.of("acme", "alice", Role.OWNER));
    }

    Instantiations instantiations() {
        return acme().instantiations();
    }

    ProfileVersion version() {
        return version;
    }

    /** Captures another state of the stack as the next version. */
    void next(StackSpec changed) {
        prod.put("quay", changed);
        CaptureVersionRequest.Builder request = CaptureVersionRequest.builder();
        version = acme().profiles()
                .captureVersion(
                        version.profileId(),
                        request.cluster("prod").stack("quay").build());
    }

    InstantiateRequest.Builder request(String stack) {
        InstantiateRequest.Builder request = InstantiateRequest.builder();
        request.profile(version.profileId()).cluster("target").stack(stack);
        secrets().forEach(request::bindSecret);
        return request;
    }

    /** A place for each secret. */
    Map<String, SecretRef> secrets() {
        Map<String, SecretRef> secrets = new TreeMap<>();
        version.parameters().stream()
                .filter(parameter -> parameter.type() == ParameterType.SECRET)
                .forEach(parameter -> secrets.put(parameter.name(), new SecretRef("vault", parameter.name())));
        assertThat(secrets).isNotEmpty();
        return secrets;
    }

    StackDraft deployed() {
        return deployed(request("quay").build());
    }

    StackDraft deployed(InstantiateRequest request) {
        StackDraft draft = instantiations().create(request);
        committed(draft);
        return draft;
    }

    CommitResult committed(StackDraft draft) {
        return seen(instantiations().commit(draft.id()));
    }

    /** Keeps a result to search it in the end. */
    <T> T seen(T result) {
        results.add(result);
        return result;
    }

    String text(String stack, String member) {
        return read(file(stack, member));
    }

    Path file(String stack, String member) {
        return root.resolve(kind.file(stack, member));
    }

    /** Edits a file as a person does. */
    void edit(String member, String from, String to) {
        String text = text("quay", member);
        assertThat(text).contains(from);
        write(kind.file("quay", member), text.replace(from, to));
    }

    private void write(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Every file but those of the library's own. */
    Map<String, String> files() {
        Map<String, String> files = all();
        files.keySet().removeIf(path -> path.startsWith(".stackprofile/"));
        return files;
    }

    private Map<String, String> all() {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> texts.put(root.relativize(file).toString(), read(file)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return texts;
    }

    /** No secret is in a file or a result, those of the library's own included. */
    void assertNoSecrets() {
        List<String> canaries = List.of(Berths.PASSWORD, SECRET);
        all().forEach((path, text) -> assertAbsent(path, text, canaries));
        assertAbsent("the results", results.toString(), canaries);
    }

    @Override
    public void close() {
        engine.close();
    }
}

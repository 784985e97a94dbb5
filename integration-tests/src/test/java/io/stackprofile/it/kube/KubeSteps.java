package io.stackprofile.it.kube;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.ProfileId;
import io.stackprofile.capture.CaptureRequest;
import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.draft.PublishRequest;
import io.stackprofile.instantiation.CommitResult;
import io.stackprofile.instantiation.InstantiateRequest;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.SecretRef;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A shop that runs on an API server, and the steps that people take with it. */
abstract class KubeSteps {

    static final String IMAGE = "/spec/template/spec/containers/0/image";

    KubeTarget target;
    KubeWorld world;
    String source;

    /** The server to work on; closed after the test. */
    abstract KubeTarget target();

    /** The engine over that server. */
    KubeWorld world(KubeTarget on) {
        return new KubeWorld(on, UnaryOperator.identity());
    }

    @BeforeEach
    void open() {
        target = target();
        world = world(target);
        source = target.namespace("shop");
        new ShopObjects(target, source, target.named("shop")).run();
    }

    @AfterEach
    void close() {
        if (world != null) {
            world.close();
        } else if (target != null) {
            target.close();
        }
        assertAbsent("what was logged", logged(), List.of(ShopObjects.CANARY, KubeWorld.SECRET, KubeAddons.PASSWORD));
    }

    /** Everything that was logged in this run of tests. */
    static String logged() {
        try {
            return Files.readString(Path.of("target", "logged.txt"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String web() {
        return "deployment-" + source + "-web";
    }

    ProfileVersion captured() {
        return capture(target.named("shop"), "shop");
    }

    ProfileVersion capture(String stack, String profile) {
        return world.acme()
                .profiles()
                .capture(CaptureRequest.builder()
                        .name(profile)
                        .cluster(KubeWorld.CLUSTER)
                        .stack(stack)
                        .includeAddonConfigurations(true)
                        .build());
    }

    /** The newest version of a profile. */
    ProfileVersion captured(ProfileId profile) {
        return world.acme()
                .profiles()
                .version(profile, world.acme().profiles().get(profile).latestVersion());
    }

    ProfileVersion publish(ProfileVersion version, DraftEdit... edits) {
        ProfileDraft draft = world.acme().drafts().create(CreateDraftRequest.of(version.profileId()));
        world.acme().drafts().edit(draft.id(), draft.revision(), List.of(edits));
        return world.acme()
                .drafts()
                .publish(draft.id(), PublishRequest.builder().build());
    }

    static List<Binding> secrets(ProfileVersion version) {
        return version.parameters().stream()
                .filter(parameter -> parameter.type() == ParameterType.SECRET)
                .map(parameter -> Binding.of(parameter.name(), SecretRef.env("SHOP_PASSWORD")))
                .toList();
    }

    static Member member(ProfileVersion version, String name) {
        return version.spec().find(MemberRef.manifest(name)).orElseThrow();
    }

    static MemberOutcome outcome(CommitResult result, String name) {
        return result.members().stream()
                .filter(member -> member.ref().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static String deploymentPath(String namespace) {
        return "/apis/apps/v1/namespaces/" + namespace + "/deployments/web";
    }

    JsonNode deployment(String namespace) {
        return target.get(deploymentPath(namespace)).orElseThrow();
    }

    String image(String namespace) {
        return deployment(namespace).at(IMAGE).asText();
    }

    /** As {@code kubectl set image} does it. */
    void setImage(String namespace, String image) {
        target.send(
                deploymentPath(namespace),
                "kubectl-set",
                "application/strategic-merge-patch+json",
                "{\"spec\": {\"template\": {\"spec\": {\"containers\": [{\"name\": \"web\", \"image\": \"" + image
                        + "\"}]}}}}");
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    CommitResult committed(ProfileVersion version, String name, String namespace) {
        return world.acme()
                .instantiations()
                .commit(drafted(version, name, namespace).id());
    }

    StackDraft drafted(ProfileVersion version, String name, String namespace) {
        InstantiateRequest.Builder request = InstantiateRequest.builder()
                .profile(version.profileId())
                .cluster(KubeWorld.CLUSTER)
                .stack(target.named(name))
                .putNamespace(source, namespace);
        secrets(version).forEach(request::addBinding);
        return world.acme().instantiations().create(request.build());
    }
}

package io.stackprofile.cluster.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.SecretException;
import io.stackprofile.parameter.SecretRef;
import io.stackprofile.spi.secret.SecretResolver;
import io.stackprofile.test.kubernetes.ApiServer;
import io.stackprofile.test.kubernetes.Fault;
import io.stackprofile.test.kubernetes.Rule;
import io.stackprofile.testkit.StackProfileAssertions;
import io.stackprofile.testkit.contract.SecretResolverContract;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KubernetesSecretResolverTest extends SecretResolverContract {

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final ApiServer server = ApiServer.start();
    private final KubernetesClient client = client(server.adminToken());
    private final SecretResolver resolver =
            KubernetesSecretResolver.of(client, (organisation, namespace) -> namespace.equals("of-" + organisation));

    private KubernetesClient client(String token) {
        Config config = Config.fromKubeconfig(server.kubeconfig(token));
        config.setRequestRetryBackoffLimit(0);
        return new KubernetesClientBuilder().withConfig(config).build();
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Override
    protected SecretResolver resolver() {
        return resolver;
    }

    @Override
    protected SecretRef keep(String organisation, String name, String secret) {
        return put(organisation, name, Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
    }

    private SecretRef put(String organisation, String name, String data) {
        server.put("{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"metadata\":{\"name\":\"" + name
                + "\",\"namespace\":\"of-" + organisation + "\"},\"data\":{\"key\":\"" + data + "\"}}");
        return SecretRef.kubernetes("of-" + organisation, name, "key");
    }

    @Override
    protected Optional<SecretRef> failing(String secret) {
        return Optional.of(put("acme", "broken", secret));
    }

    @Test
    void aMissingSecretIsEmptyAndAMalformedReferenceSaysHowToWriteOne() {
        assertThat(resolver.resolve("acme", SecretRef.kubernetes("of-acme", "none", "key")))
                .isEmpty();
        assertFails(
                resolver,
                new SecretRef("kubernetes", "of-acme/canary-k91"),
                "kubernetes:namespace/name/key",
                "canary-k91");
    }

    @Test
    void whatTheClusterRefusesIsSaidWithoutTheSecret() {
        SecretRef ref = keep("acme", "db", "canary-k92-secret");
        server.allow(
                "limited",
                "limited",
                List.of(new Rule(List.of("get"), List.of(""), List.of("configmaps"), List.of("of-acme"))));
        try (KubernetesClient limited = client("limited");
                KubernetesClient nobody = client("unknown-token")) {
            assertFails(
                    KubernetesSecretResolver.forOneOrganisation(limited),
                    ref,
                    "does not allow this caller to get secrets 'db' in namespace 'of-acme'",
                    "canary-k92-secret");
            assertFails(
                    KubernetesSecretResolver.forOneOrganisation(nobody),
                    ref,
                    "does not know who calls",
                    "unknown-token");
        }
        server.inject(Fault.closeBefore(request -> request.path().endsWith("/db")));
        assertFails(resolver, ref, "cannot be reached", "canary-k92-secret");
        server.mend();
        server.inject(Fault.malformed(request -> request.path().endsWith("/db")));
        assertFails(resolver, ref, "is not JSON", "canary-k92-secret");
    }

    private static void assertFails(SecretResolver resolver, SecretRef ref, String why, String canary) {
        assertThatThrownBy(() -> resolver.resolve("acme", ref))
                .isInstanceOfSatisfying(SecretException.class, failure -> {
                    assertThat(failure.code()).isEqualTo(ErrorCode.SECRET_UNRESOLVED);
                    assertThat(failure.getMessage()).contains(why);
                    StackProfileAssertions.assertAbsent(failure, List.of(canary));
                });
    }
}

package io.stackprofile.cluster.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.stackprofile.cluster.kubernetes.internal.api.FabricTransport;
import io.stackprofile.cluster.kubernetes.internal.api.KubeApi;
import io.stackprofile.cluster.kubernetes.internal.api.ResourceType;
import io.stackprofile.error.ClusterException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Location;
import io.stackprofile.error.SecretException;
import io.stackprofile.parameter.SecretRef;
import io.stackprofile.parameter.SecretValue;
import io.stackprofile.spi.secret.SecretResolver;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Resolves {@code kubernetes:namespace/name/key} from Secrets of one cluster. Which organisation may read which namespaces
 * is for the host to say; the cluster sees one account for all. Thread-safe.
 *
 * <pre>{@code
 * SecretResolver secrets = KubernetesSecretResolver.of(client, (organisation, namespace) ->
 *         namespace.equals("secrets-" + organisation));
 * }</pre>
 */
public final class KubernetesSecretResolver implements SecretResolver {

    private static final String SCHEME = "kubernetes";
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final ResourceType SECRETS =
            new ResourceType("", "v1", "Secret", "secrets", true, Set.of("get"), true);

    private final KubeApi api;
    private final BiPredicate<String, String> allowed;

    private KubernetesSecretResolver(KubeApi api, BiPredicate<String, String> allowed) {
        this.api = api;
        this.allowed = allowed;
    }

    /**
     * Reads through a client, which stays the caller's to close.
     *
     * @param allowed whether an organisation, named first, may read a namespace's Secrets; one that may not is told that
     *     nothing is there
     */
    public static KubernetesSecretResolver of(KubernetesClient client, BiPredicate<String, String> allowed) {
        return new KubernetesSecretResolver(new KubeApi(new FabricTransport(client, SCHEME, TIMEOUT), SCHEME), allowed);
    }

    /** Reads for a host of one organisation, which may read whatever the client's account may. */
    public static KubernetesSecretResolver forOneOrganisation(KubernetesClient client) {
        return of(client, (organisation, namespace) -> true);
    }

    @Override
    public Optional<SecretValue> resolve(String organisation, SecretRef ref) {
        if (!ref.scheme().equals(SCHEME)) {
            return Optional.empty();
        }
        List<String> parts = Arrays.asList(ref.locator().split("/", -1));
        if (parts.size() != 3 || parts.stream().anyMatch(String::isBlank)) {
            throw failure(
                    "a reference to a Kubernetes Secret is not of the form kubernetes:namespace/name/key",
                    "Write the namespace, the Secret's name and the key, separated by slashes.");
        }
        return allowed.test(organisation, parts.get(0))
                ? value(parts.get(0), parts.get(1), parts.get(2))
                : Optional.empty();
    }

    private Optional<SecretValue> value(String namespace, String name, String key) {
        return secret(namespace, name)
                .map(secret -> secret.path("data").path(key))
                .filter(JsonNode::isTextual)
                .map(data -> decoded(data.textValue(), namespace, name, key));
    }

    private Optional<JsonNode> secret(String namespace, String name) {
        try {
            return api.get(SECRETS, Optional.of(namespace), name);
        } catch (ClusterException failure) {
            throw failure(failure.problem(), failure.remedy());
        }
    }

    private static SecretValue decoded(String data, String namespace, String name, String key) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(data);
        } catch (IllegalArgumentException other) {
            throw failure(
                    "key '" + key + "' of Secret '" + name + "' in namespace '" + namespace + "' is not base64",
                    "Write the Secret again.");
        }
        try {
            return SecretValue.of(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static SecretException failure(String problem, String remedy) {
        return new SecretException(ErrorCode.SECRET_UNRESOLVED, problem, remedy, Location.unknown());
    }

    @Override
    public String toString() {
        return "KubernetesSecretResolver";
    }
}

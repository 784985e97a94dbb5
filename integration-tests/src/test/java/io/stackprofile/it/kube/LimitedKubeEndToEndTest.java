package io.stackprofile.it.kube;

import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.stackprofile.test.kubernetes.ApiServer;
import io.stackprofile.test.kubernetes.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** With an account that may do what {@code test-suite.yaml} grants, and no more. */
class LimitedKubeEndToEndTest extends KubeEndToEnd {

    private static final Path ROLE =
            Path.of("..", "adapters", "cluster-kubernetes", "src", "main", "rbac", "test-suite.yaml");

    @Override
    KubeTarget target() {
        ApiServer server = ApiServer.start();
        server.allow("limited", "system:serviceaccount:default:stackprofile-tests", rules());
        return new KubeTarget(
                new KubernetesClientBuilder()
                        .withConfig(new ConfigBuilder()
                                .withMasterUrl(server.url())
                                .withOauthToken("limited")
                                .withAutoConfigure(false)
                                .build())
                        .build(),
                server::close);
    }

    private static List<Rule> rules() {
        try {
            return Stream.of(Files.readString(ROLE).split("\n---\n"))
                    .filter(text -> text.contains("kind: ClusterRole\n") && text.contains("rules:"))
                    .map(text -> Serialization.unmarshal(text, ClusterRole.class))
                    .flatMap(role -> role.getRules().stream())
                    .map(LimitedKubeEndToEndTest::rule)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Rule rule(PolicyRule rule) {
        return new Rule(rule.getVerbs(), rule.getApiGroups(), rule.getResources(), List.of("*"));
    }
}

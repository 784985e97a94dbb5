package io.stackprofile.it.kube;

import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.stackprofile.test.kubernetes.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the account of these tests may do: what the manifest grants that people apply before they run them. */
final class SuiteRole {

    private static final Path MANIFEST =
            Path.of("..", "adapters", "cluster-kubernetes", "src", "main", "rbac", "test-suite.yaml");

    private SuiteRole() {}

    static List<Rule> rules() {
        try {
            return Stream.of(Files.readString(MANIFEST).split("\n---\n"))
                    .filter(text -> text.contains("\nrules:\n"))
                    .map(text -> Serialization.unmarshal(text, ClusterRole.class))
                    .flatMap(role -> role.getRules().stream())
                    .map(SuiteRole::rule)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Rule rule(PolicyRule rule) {
        return new Rule(rule.getVerbs(), rule.getApiGroups(), rule.getResources(), List.of("*"));
    }
}

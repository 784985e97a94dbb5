package io.stackprofile.testkit.contract;

import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.fixture.StackBuilder;
import io.stackprofile.testkit.fixture.StackFixtures;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The stacks that the contract of clusters needs: objects that an API server takes, each name once in a namespace. */
final class ClusterStacks {

    private static final String TOKEN = Commits.TOKEN;

    private static final String SPELLINGS = """
            number-like: "0644"
            exponent: '1e3'
            script: |
              #!/bin/sh
              exec sleep 1   # twice

              exit 0
            folded: >-
              one
              line
            """.indent(2);

    private final UnaryOperator<String> namespace;
    private final boolean live;

    /**
     * Stacks whose objects are in namespaces.
     *
     * @param namespace the one of a stack's objects, by the stack's name
     * @param live whether objects are all that can be held: no comments, and no kinds that a server must learn first
     */
    ClusterStacks(UnaryOperator<String> namespace, boolean live) {
        this.namespace = namespace;
        this.live = live;
    }

    /** A ConfigMap of this name that tells its writer. */
    String configMap(String stack, String name, Object value) {
        return """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: %s
                  namespace: %s
                data:
                  value: "%s"
                """.formatted(name, namespace.apply(stack), value);
    }

    /** The manifest {@code settings} with this value. */
    Member settings(String stack, Object value) {
        return manifest(stack, "settings", value);
    }

    /** A manifest of one ConfigMap. */
    Member manifest(String stack, String name, Object value) {
        return Manifest.builder()
                .name(name)
                .content(configMap(stack, name, value))
                .build();
    }

    /** A stack of one manifest, {@code settings}. */
    StackSpec single(String stack, Object value) {
        return StackSpec.of(Optional.empty(), List.of(settings(stack, value)));
    }

    /** Three members, a chain: {@code account}, {@code settings}, {@code valkey}. */
    StackSpec shop(String stack) {
        return StackBuilder.stack("The shop")
                .manifest("account", """
                        apiVersion: v1
                        kind: ServiceAccount
                        metadata:
                          name: shop
                          namespace: %s
                        """.formatted(namespace.apply(stack)))
                .manifest("settings", configMap(stack, "settings", 1))
                .after("manifest/account")
                .addon("valkey", "0.7.4", "https://valkey.io/valkey-helm", "architecture: standalone # enough\n")
                .after("manifest/account", "manifest/settings")
                .build();
    }

    /** Four manifests: {@code base}, {@code middle} after it, {@code leaf} after that, and {@code aside} after the base. */
    StackSpec chain(String stack) {
        return StackBuilder.stack()
                .manifest("base", configMap(stack, "base", 1))
                .manifest("middle", configMap(stack, "middle", 1))
                .after("manifest/base")
                .manifest("leaf", configMap(stack, "leaf", 1))
                .after("manifest/middle")
                .manifest("aside", configMap(stack, "aside", 1))
                .after("manifest/base")
                .build();
    }

    /** A stack as people run it. */
    StackSpec platform(String stack) {
        return live ? LivePlatform.in(namespace.apply(stack)) : StackFixtures.platform();
    }

    /** Texts that a reader or writer of lines changes. */
    StackSpec hard(String stack) {
        String one = configMap(stack, "documents", 1);
        String two = configMap(stack, "documents-too", 2);
        return StackBuilder.stack()
                .manifest("dos-lines", configMap(stack, "dos-lines", 1).replace("\n", "\r\n"))
                .manifest(
                        "no-last-newline",
                        configMap(stack, "no-last-newline", 2).stripTrailing())
                .manifest("blank-lines", "\n\n# before\n\n" + configMap(stack, "blank-lines", 1) + "\n\n")
                .manifest("documents", "---\n" + one + "---\n# only a comment\n---\n" + two + "...\n")
                .manifest("scripts", configMap(stack, "scripts", "Überprüfung ✓ 🚀 プラットフォーム"))
                .manifest("spellings", configMap(stack, "spellings", "yes") + SPELLINGS)
                .manifest(
                        "tokens", configMap(stack, "tokens", "$${{ parameters.kept }} {{ .Values.x }} ${HOME} $(date)"))
                .build();
    }

    /** A stack with a Secret whose value is still a placeholder. */
    StackSpec withSecret(String stack) {
        return StackBuilder.stack()
                .manifest("registry", """
                        apiVersion: v1
                        kind: Secret
                        metadata:
                          name: registry
                          namespace: %s
                        stringData:
                          password: %s
                        """.formatted(namespace.apply(stack), TOKEN))
                .build();
    }
}

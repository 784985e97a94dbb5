package io.stackprofile.cluster.kubernetes;

import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import io.stackprofile.error.ClusterException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Location;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The contexts of kubeconfigs. Nothing of what a kubeconfig holds is in an error: tokens and keys stand there. */
final class KubeconfigContexts {

    private static final String IN_CLUSTER = "in-cluster";

    private KubeconfigContexts() {}

    static Map<String, Supplier<Config>> all() {
        Config current = read(() -> Config.autoConfigure(null), "the kubeconfig");
        Map<String, Supplier<Config>> contexts = new LinkedHashMap<>();
        for (String name : names(current)) {
            contexts.put(name, () -> read(() -> Config.autoConfigure(name), "the kubeconfig"));
        }
        if (contexts.isEmpty()) {
            contexts.put(IN_CLUSTER, () -> current);
        }
        return contexts;
    }

    static Map<String, Supplier<Config>> all(Path file) {
        String what = "the kubeconfig file";
        if (!Files.isReadable(file)) {
            throw unreadable(what + " " + file);
        }
        Map<String, Supplier<Config>> contexts = new LinkedHashMap<>();
        for (String name : names(read(() -> Config.fromKubeconfig(file.toFile()), what + " " + file))) {
            contexts.put(name, () -> read(() -> Config.fromKubeconfig(name, file.toFile()), what + " " + file));
        }
        if (contexts.isEmpty()) {
            throw unreadable(what + " " + file);
        }
        return contexts;
    }

    static Supplier<Config> one(String name) {
        return Optional.ofNullable(all().get(name))
                .orElseThrow(() -> new ClusterException(
                        ErrorCode.NOT_FOUND,
                        "the kubeconfig has no context '" + name + "'",
                        "Use one that 'kubectl config get-contexts' lists.",
                        Location.unknown()));
    }

    private static List<String> names(Config config) {
        List<NamedContext> contexts = config.getContexts();
        return contexts == null
                ? List.of()
                : contexts.stream().map(NamedContext::getName).toList();
    }

    private static Config read(Supplier<Config> reading, String what) {
        try {
            return Optional.ofNullable(reading.get()).orElseThrow(() -> unreadable(what));
        } catch (ClusterException told) {
            throw told;
        } catch (RuntimeException malformed) {
            // Whatever its parsers throw quotes the line that they stopped at.
            throw unreadable(what);
        }
    }

    private static ClusterException unreadable(String what) {
        return new ClusterException(
                ErrorCode.CLUSTER_FAILED,
                what + " cannot be read, or names no context",
                "Check it with 'kubectl config view'.",
                Location.unknown());
    }
}

package io.stackprofile.test.kubernetes;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Kubernetes API server in memory, on a port of its own of the loopback interface. Thread-safe.
 *
 * <pre>{@code
 * try (ApiServer server = ApiServer.start()) {
 *     Path kubeconfig = server.kubeconfig(folder, server.adminToken());
 *     ...
 * }
 * }</pre>
 */
public final class ApiServer implements AutoCloseable {

    static {
        // Without it each answer waits for the acknowledgement of its headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final Cluster cluster;
    private final Access access = new Access();
    private final Router router;
    private final Exchanges exchanges;
    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final String adminToken = "admin-" + Store.uid();

    private ApiServer(Builder builder) {
        cluster = new Cluster(builder.controllers, builder.holdsCrds);
        router = new Router(cluster, access, builder.version);
        exchanges = new Exchanges(router, cluster);
        access.add(adminToken, new Access.User("kubernetes-admin", List.of(Rule.ALL)));
        synchronized (cluster) {
            Bootstrap.fill(cluster);
        }
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("no port on the loopback interface", e);
        }
        http.createContext("/", exchanges);
        http.setExecutor(threads);
        http.start();
    }

    /** A server without controllers, as etcd and kube-apiserver alone are. */
    public static ApiServer start() {
        return new Builder().start();
    }

    /** Where a server is described before it is started. */
    public static Builder builder() {
        return new Builder();
    }

    /** Where it listens: {@code http://127.0.0.1:PORT}. */
    public String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** The bearer token that may do everything. */
    public String adminToken() {
        return adminToken;
    }

    /** Lets a token in, with what it may do. */
    public void allow(String token, String user, List<Rule> rules) {
        access.add(token, new Access.User(user, List.copyOf(rules)));
    }

    /** From now on the token is unknown. */
    public void expire(String token) {
        access.expire(token);
    }

    /** The text of a kubeconfig for a token. */
    public String kubeconfig(String token) {
        return Kubeconfig.text(url(), token);
    }

    /** Writes a kubeconfig for a token into a folder. */
    public Path kubeconfig(Path folder, String token) {
        try {
            return Files.writeString(folder.resolve("kubeconfig-" + Store.uid() + ".yaml"), kubeconfig(token));
        } catch (IOException e) {
            throw new UncheckedIOException("the kubeconfig was not written", e);
        }
    }

    /** All requests so far, in the order they came. */
    public List<ApiRequest> requests() {
        return List.copyOf(exchanges.requests);
    }

    /** Forgets the requests so far. */
    public void forgetRequests() {
        exchanges.requests.clear();
    }

    /** Lets something go wrong from now on; the first fault that a request meets is the one. */
    public Fault inject(Fault fault) {
        exchanges.faults.add(fault);
        return fault;
    }

    /** Nothing goes wrong any more. */
    public void mend() {
        exchanges.faults.forEach(Fault::release);
        exchanges.faults.clear();
    }

    /** From now on lists that were begun before cannot be continued: 410 Gone. */
    public void expireContinues() {
        synchronized (cluster) {
            router.reads.expireContinues();
        }
    }

    /**
     * A copy of what is stored.
     *
     * @param namespace empty for cluster-scoped kinds
     */
    public Optional<ObjectNode> object(String apiVersion, String kind, String namespace, String name) {
        synchronized (cluster) {
            ResourceType type = type(apiVersion, kind);
            return Optional.ofNullable(Views.of(cluster.store.get(Store.key(type, namespace, name)), type));
        }
    }

    /** Changes an object in another field manager's name, past every check. */
    public ObjectNode edit(
            String manager,
            String apiVersion,
            String kind,
            String namespace,
            String name,
            Consumer<ObjectNode> change) {
        return edit(manager, "", Controllers.made(apiVersion, kind, namespace, name), change);
    }

    /** Changes an object's status in another field manager's name, past every check. */
    public ObjectNode editStatus(
            String manager,
            String apiVersion,
            String kind,
            String namespace,
            String name,
            Consumer<ObjectNode> change) {
        return edit(manager, "status", Controllers.made(apiVersion, kind, namespace, name), change);
    }

    private ObjectNode edit(String manager, String subresource, ObjectNode named, Consumer<ObjectNode> change) {
        synchronized (cluster) {
            return new InnerWrites(cluster, manager).change(named, subresource, change);
        }
    }

    /** Stores an object as it is, past every check; only uid, creationTimestamp and revision are given to it. */
    public ObjectNode put(ObjectNode object) {
        synchronized (cluster) {
            ObjectNode stored = object.deepCopy();
            ObjectNode metadata = Json.child(stored, "metadata");
            if (!metadata.has("uid")) {
                metadata.put("uid", Store.uid());
            }
            if (!metadata.has("creationTimestamp")) {
                metadata.put("creationTimestamp", Store.now());
            }
            return cluster.stored(cluster.typeOf(stored), stored, null);
        }
    }

    /** As {@link #put(ObjectNode)}, from JSON. */
    public ObjectNode put(String json) {
        return put(Json.object(json));
    }

    /** Establishes a CustomResourceDefinition that was held back. */
    public void establish(String crd) {
        synchronized (cluster) {
            ObjectNode found = cluster.store.get("apiextensions.k8s.io/customresourcedefinitions/" + crd);
            if (found == null) {
                throw new IllegalArgumentException("no CustomResourceDefinition " + crd);
            }
            Crds.establish(cluster, found);
        }
    }

    /** Everything stored, as one text. */
    public String snapshot() {
        synchronized (cluster) {
            StringBuilder text = new StringBuilder();
            for (String key : cluster.store.keys()) {
                text.append(key).append(' ').append(cluster.store.get(key)).append('\n');
            }
            return text.toString();
        }
    }

    private ResourceType type(String apiVersion, String kind) {
        @Nullable ResourceType type = cluster.types.byKind(apiVersion, kind);
        if (type == null) {
            throw new IllegalArgumentException("the server does not serve " + kind + " of " + apiVersion);
        }
        return type;
    }

    @Override
    public void close() {
        mend();
        http.stop(0);
        threads.shutdownNow();
    }

    /** Describes a server. */
    public static final class Builder {

        private boolean controllers;
        private boolean holdsCrds;
        private String version = "1.36.0";

        private Builder() {}

        /** Whether namespaces are emptied and filled, ReplicaSets and Endpoints made, finalizers of controllers freed. */
        public Builder controllers(boolean run) {
            controllers = run;
            return this;
        }

        /** Whether CustomResourceDefinitions wait for {@link ApiServer#establish}. */
        public Builder holdCustomResourceDefinitions(boolean hold) {
            holdsCrds = hold;
            return this;
        }

        /** What {@code /version} says. */
        public Builder version(String number) {
            version = number;
            return this;
        }

        /** Starts it. */
        public ApiServer start() {
            return new ApiServer(this);
        }
    }
}

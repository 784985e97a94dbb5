package io.stackprofile.cluster.directory;

import io.stackprofile.Limits;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.cluster.ClusterProvider;
import io.stackprofile.spi.secret.SecretWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Clusters that are folders. Immutable and safe to share between threads.
 *
 * <pre>{@code
 * ClusterProvider clusters = DirectoryClusters.builder()
 *     .add("prod", Path.of("clusters/prod"))
 *     .add("staging", Path.of("clusters/staging"))
 *     .build();
 * }</pre>
 *
 * <p>Every organisation may reach every folder; a host that separates them puts its own {@link ClusterProvider} in front.
 */
public final class DirectoryClusters implements ClusterProvider {

    /** How a cluster's name begins that is a path itself: {@code dir:clusters/prod}. */
    public static final String PREFIX = "dir:";

    private final Map<String, Path> named;
    private final boolean paths;
    private final Limits limits;
    private final Optional<SecretWriter> secretWriter;

    private DirectoryClusters(Builder builder) {
        this.named = Map.copyOf(builder.named);
        this.paths = builder.paths;
        this.limits = builder.limits;
        this.secretWriter = Optional.ofNullable(builder.secretWriter);
    }

    /** Clusters whose name is {@code dir:PATH}; for tools whose callers may read and write files anyway. */
    public static DirectoryClusters byPath() {
        return builder().paths().build();
    }

    /**
     * {@inheritDoc}
     *
     * <p>A named cluster is found although its folder may not be there yet: its methods then fail. A path is found when
     * it is a folder.
     */
    @Override
    public Optional<ClusterAccess> find(String organisation, String cluster) {
        return Optional.ofNullable(named.get(cluster))
                .or(() -> path(cluster))
                .map(path -> new DirectoryCluster(cluster, path, limits, secretWriter, FolderWriter.Move.ATOMIC));
    }

    private Optional<Path> path(String cluster) {
        if (!paths || !cluster.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(cluster.substring(PREFIX.length()))).filter(Files::isDirectory);
        } catch (InvalidPathException notOne) {
            return Optional.empty();
        }
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link DirectoryClusters}. */
    public static final class Builder {
        private final Map<String, Path> named = new LinkedHashMap<>();
        private boolean paths;
        private Limits limits = Limits.defaults();
        private @Nullable SecretWriter secretWriter;

        private Builder() {}

        /**
         * Adds a cluster.
         *
         * @throws IllegalArgumentException when there is one of that name
         */
        public Builder add(String name, Path folder) {
            if (name.isBlank() || named.putIfAbsent(name, folder) != null) {
                throw new IllegalArgumentException("name: blank, or there is a cluster of that name");
            }
            return this;
        }

        /** Also finds clusters whose name is {@code dir:PATH}. */
        public Builder paths() {
            this.paths = true;
            return this;
        }

        /** Takes the secrets that commits refer to; without one, secrets are not resolved. */
        public Builder secretWriter(SecretWriter writer) {
            this.secretWriter = writer;
            return this;
        }

        /** How much is read before it is refused. */
        public Builder limits(Limits limits) {
            this.limits = limits;
            return this;
        }

        /** The clusters. */
        public DirectoryClusters build() {
            return new DirectoryClusters(this);
        }
    }
}

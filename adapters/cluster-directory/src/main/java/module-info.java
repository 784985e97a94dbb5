/** Clusters that are folders: GitOps repositories and plain folders of manifests. */
module io.stackprofile.cluster.directory {
    requires transitive io.stackprofile.spi;
    requires io.stackprofile.yaml;
    requires org.slf4j;
    requires static org.jspecify;

    exports io.stackprofile.cluster.directory;
}

/** YAML that keeps its source; usable alone. */
module io.stackprofile.yaml {
    requires org.snakeyaml.engine;
    requires static org.jspecify;

    exports io.stackprofile.yaml;
}

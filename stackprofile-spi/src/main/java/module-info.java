/** What adapter authors implement: stores, clusters, secrets, access. */
module io.stackprofile.spi {
    requires transitive io.stackprofile.api;
    requires static org.jspecify;
    requires static org.immutables.value.annotations;

    exports io.stackprofile.spi;
    exports io.stackprofile.spi.access;
    exports io.stackprofile.spi.cluster;
    exports io.stackprofile.spi.event;
    exports io.stackprofile.spi.redact;
    exports io.stackprofile.spi.secret;
    exports io.stackprofile.spi.store;
}

/** Fakes, contracts, fixtures and generators for users and adapter authors. */
module io.stackprofile.testkit {
    requires transitive io.stackprofile.spi;
    requires transitive org.junit.jupiter.api;
    requires io.stackprofile.yaml;
    requires static net.jqwik.api;
    requires static org.jspecify;

    exports io.stackprofile.testkit;
    exports io.stackprofile.testkit.contract;
    exports io.stackprofile.testkit.fault;
    exports io.stackprofile.testkit.fixture;
}

/** The engine: capture, redact, bind, version, diff, exchange. */
module io.stackprofile.core {
    requires transitive io.stackprofile.spi;
    requires io.stackprofile.yaml;
    requires tools.jackson.databind;
    requires com.networknt.schema;
    requires re2j;
    requires io.github.javadiffutils;
    requires org.slf4j;
    requires static org.jspecify;
    requires static org.immutables.value.annotations;

    exports io.stackprofile.core;
}

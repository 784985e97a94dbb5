package io.stackprofile.samples.cli.print;

/** How a result is written to standard output. */
public enum OutputFormat {
    /** Tables for people. */
    TEXT,
    /** The library's values as JSON. */
    JSON,
    /** The same as YAML. */
    YAML,
    /** JSON Schema, of commands that have one. */
    SCHEMA
}

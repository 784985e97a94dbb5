/** What callers use: values, facades and errors. No I/O, no third-party type. */
module io.stackprofile.api {
    requires static org.jspecify;
    requires static org.immutables.value.annotations;

    exports io.stackprofile;
    exports io.stackprofile.capture;
    exports io.stackprofile.diff;
    exports io.stackprofile.draft;
    exports io.stackprofile.error;
    exports io.stackprofile.iac;
    exports io.stackprofile.instantiation;
    exports io.stackprofile.parameter;
    exports io.stackprofile.profile;
    exports io.stackprofile.stack;
}

package io.stackprofile.core.internal.redact;

import io.stackprofile.capture.Redaction;
import io.stackprofile.error.Location;
import java.util.Optional;

/** Entries of a report as they read after an edit. */
public final class ReportEntries {

    private ReportEntries() {}

    /** The entry, at another place. */
    public static Redaction moved(Redaction entry, Location location) {
        return like(entry, location, entry.parameter());
    }

    /** The entry, its parameter under another name. */
    public static Redaction renamed(Redaction entry, String parameter) {
        return like(entry, entry.location(), Optional.of(parameter));
    }

    private static Redaction like(Redaction entry, Location location, Optional<String> parameter) {
        return Redaction.builder()
                .rule(entry.rule())
                .location(location)
                .reason(entry.reason())
                .addAllDecoded(entry.decoded())
                .span(entry.span())
                .confidence(entry.confidence())
                .action(entry.action())
                .parameter(parameter)
                .sweepExempt(entry.sweepExempt())
                .build();
    }
}

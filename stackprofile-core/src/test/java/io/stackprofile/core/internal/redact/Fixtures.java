package io.stackprofile.core.internal.redact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files of the table of embedded documents, in which brackets mark what must go. */
public final class Fixtures {

    public static final String OPEN = "⟦";
    public static final String CLOSE = "⟧";

    private Fixtures() {}

    /** A file of the table, brackets included. */
    public static String marked(String name) {
        return resource("files/" + name + ".txt");
    }

    /** The same without brackets. */
    public static String plain(String name) {
        return marked(name).replace(OPEN, "").replace(CLOSE, "");
    }

    /** A resource that stands beside the table. */
    public static String resource(String name) {
        try (InputStream in =
                Fixtures.class.getResourceAsStream("/io/stackprofile/core/internal/redact/text/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

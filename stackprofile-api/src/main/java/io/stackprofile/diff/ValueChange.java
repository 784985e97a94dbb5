package io.stackprofile.diff;

import java.util.Optional;
import org.immutables.value.Value;

/** A field that differs. Values are JSON text; placeholders stand as in the template. */
@Value.Immutable
public interface ValueChange {

    /** How it differs. */
    Change change();

    /** Which document of the member, from 0; 0 for the fields of a parameter or member itself. */
    @Value.Default
    default int document() {
        return 0;
    }

    /** An RFC 6901 JSON Pointer into the document, or a field's name. */
    String path();

    /** The older value, JSON text. */
    Optional<String> before();

    /** The newer value, JSON text. */
    Optional<String> after();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ValueChange}. */
    final class Builder extends ImmutableValueChange.Builder {
        Builder() {}
    }
}

package io.stackprofile.spi.cluster;

import java.util.Optional;
import org.immutables.value.Value;

/** A place in a member's text where a secret belongs. The placeholder that marks it stands there. */
@Value.Immutable
public interface SecretSlot {

    /** The parameter. */
    String parameter();

    /**
     * How the value is encoded there: {@code base64}, {@code json}, {@code jsontext}, {@code urlencode}; absent for as
     * it is.
     */
    Optional<String> filter();

    /** Which document of the text, from 0. */
    int document();

    /** An RFC 6901 JSON Pointer to the scalar. */
    String path();

    /** Where the placeholder begins in the text, in UTF-16 units. */
    int start();

    /** Where it ends, exclusive. */
    int end();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link SecretSlot}. */
    final class Builder extends ImmutableSecretSlot.Builder {
        Builder() {}
    }
}

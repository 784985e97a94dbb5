package io.stackprofile.iac;

import io.stackprofile.Digest;
import org.immutables.value.Value;

/** A version as one document. */
@Value.Immutable
public interface IacExport {

    /** A file name to keep it under, such as {@code platform-baseline.stackprofile.yaml}. */
    String fileName();

    /** The document, YAML. */
    String content();

    /** The version's digest, which an import reproduces. */
    Digest digest();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link IacExport}. */
    final class Builder extends ImmutableIacExport.Builder {
        Builder() {}
    }
}

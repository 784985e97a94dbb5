package io.stackprofile.iac;

import io.stackprofile.Names;
import io.stackprofile.capture.RedactionPolicy;
import io.stackprofile.profile.Visibility;
import java.util.Optional;
import org.immutables.value.Value;

/** Asks for a new profile from an exported document. */
@Value.Immutable
public interface ImportRequest {

    /** The document's text. Not part of {@code toString}: edited by hand, it may hold secrets. */
    @Value.Redacted
    String content();

    /** What to call the text in errors: a file's name. */
    Optional<String> source();

    /** The profile's name; the document's own when absent. */
    Optional<String> name();

    /** Who may see it. */
    @Value.Default
    default Visibility visibility() {
        return Visibility.ORGANISATION;
    }

    /**
     * How secrets are told; as the engine was set up when absent. A document carries no policy: what was allowed where it
     * was exported is looked at anew.
     */
    Optional<RedactionPolicy> redaction();

    /** Makes a repeat of the same request return the earlier result instead of failing. */
    Optional<String> requestKey();

    /** Requires a legal name. */
    @Value.Check
    default void check() {
        name().ifPresent(name -> Names.profile("name", name));
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link ImportRequest}. */
    final class Builder extends ImmutableImportRequest.Builder {
        Builder() {}
    }
}

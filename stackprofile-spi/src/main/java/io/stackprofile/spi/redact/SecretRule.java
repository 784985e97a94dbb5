package io.stackprofile.spi.redact;

import io.stackprofile.capture.Redaction.Confidence;
import java.util.List;
import org.immutables.value.Value;

/**
 * What one kind of credential looks like, for formats that the library does not know: a company's own tokens, say. Data,
 * not code; an engine checks its rules when it is built and refuses those that are wrong, with
 * {@link IllegalArgumentException}.
 *
 * <p>A rule is tried only around its keywords, so that any number of rules costs the same. Keywords are therefore texts
 * that every credential of the kind has in it or before it, as rare as can be had:
 *
 * <pre>{@code
 * SecretRule.builder()
 *         .id("acme-deploy-token")
 *         .description("a deploy token of Acme")
 *         .addKeyword("acme_dt_")
 *         .pattern("\\b(acme_dt_[a-z0-9]{32})\\b")
 *         .group(1)
 *         .build();
 * }</pre>
 *
 * <p>What a rule finds is redacted like any other secret. Where a caller's rule and one of the library's find the same
 * text, the caller's is the one that is reported.
 */
@Value.Immutable
public interface SecretRule {

    /** Kebab case ({@code acme-deploy-token}), unlike that of any other rule, the library's included. */
    String id();

    /** What it finds, a phrase that completes <em>it looks like ...</em>; shown in reports. */
    String description();

    /**
     * Texts of which one occurs in every match of the pattern: at least one, each of three or more printable ASCII
     * characters; case does not matter. A match may begin up to 250 characters before its keyword, and must be
     * recognisable within 1,000 characters after it; how long it goes on from there does not matter.
     */
    List<String> keywords();

    /** A regular expression as RE2 reads it: no look-around, no back-references. It must not match the empty text. */
    String pattern();

    /** Which group of the pattern is the secret; 0, unless set, for all that it matches. */
    @Value.Default
    default int group() {
        return 0;
    }

    /** How sure a match is; {@link Confidence#HIGH} unless set. */
    @Value.Default
    default Confidence confidence() {
        return Confidence.HIGH;
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link SecretRule}. */
    final class Builder extends ImmutableSecretRule.Builder {
        Builder() {}
    }
}

package io.stackprofile.capture;

import java.util.Optional;
import org.immutables.value.Value;

/**
 * A caller's word on some places, over the library's own: what is a secret there, or what is none. It covers a place when
 * every condition that it has holds.
 *
 * <p>A deny makes the whole scalar at each place a secret, whatever it holds, and comes before everything else. An allow
 * keeps what would have been taken out there, and says so in the report ({@link Redaction.Action#ALLOWED}). It never
 * covers a value of a Secret, a registry's credential, a path that the cluster declares as encrypted, a place that a deny
 * covers, or a value that is a secret elsewhere in the stack: there it has no effect, and a warning says so.
 *
 * <pre>{@code
 * RedactionOverride.allow("The demo's password is public.").member("addon/grafana").path("/adminPassword").build();
 * RedactionOverride.deny("License keys are confidential.").path("**.licenseKey").build();
 * }</pre>
 */
@Value.Immutable
public interface RedactionOverride {

    /** What an override says of the places it covers. */
    enum Effect {
        /** What is found there is no secret. */
        ALLOW,
        /** What stands there is a secret. */
        DENY
    }

    /** What it says. */
    Effect effect();

    /**
     * The members, as a glob over {@code manifest/NAME} or {@code addon/NAME}: {@code *} is any number of characters but
     * {@code /}, and a segment {@code **} any number of segments. Every member, and what belongs to none, when absent.
     */
    Optional<String> member();

    /** The kind of the Kubernetes object the place stands in, to the character. An add-on's values have none. */
    Optional<String> kind();

    /**
     * The places, as a glob over the keys and list indexes from the document's root. Written as an RFC 6901 pointer when
     * it begins with {@code /} ({@code ~1} is a slash within a key, {@code ~0} a tilde), and with a dot between segments
     * otherwise; a key that holds a dot needs the pointer. {@code *} is any number of characters within one segment, a
     * segment {@code **} any number of segments, none included. It covers what stands exactly there: for all that is
     * below a key, end with {@code **}.
     *
     * <p>What stands in an embedded document has the place of the scalar that holds the document. A parameter's default
     * stands at {@code /parameters/NAME}, in no member and in no object. Comments stand nowhere: an override with a path
     * or a kind never covers one.
     */
    Optional<String> path();

    /** For an allow: the rule whose finds it covers, to the character, such as {@code credential-name}. */
    Optional<String> rule();

    /** Why, for whoever reads the report: one line of 1 to 500 characters. */
    String reason();

    /** Requires a reason, legal globs, and places that are fewer than all. */
    @Value.Check
    default void check() {
        OverrideChecks.check(this);
    }

    /** An allow, to be narrowed. */
    static Builder allow(String reason) {
        Builder builder = builder();
        builder.effect(Effect.ALLOW).reason(reason);
        return builder;
    }

    /** A deny, to be narrowed. */
    static Builder deny(String reason) {
        Builder builder = builder();
        builder.effect(Effect.DENY).reason(reason);
        return builder;
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RedactionOverride}. */
    final class Builder extends ImmutableRedactionOverride.Builder {
        Builder() {}
    }
}

package io.stackprofile.profile;

import io.stackprofile.Digest;
import io.stackprofile.ProfileId;
import io.stackprofile.capture.CaptureReport;
import io.stackprofile.capture.RedactionPolicy;
import io.stackprofile.parameter.BindingMigration;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterRule;
import io.stackprofile.stack.StackSpec;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** An immutable snapshot of a stack's template: members with placeholders, and the parameters that fill them. */
@Value.Immutable
public interface ProfileVersion {

    /** The profile it belongs to. */
    ProfileId profileId();

    /** The profile's name when this was read. */
    String profileName();

    /** 1, 2, 3, without gaps. */
    int version();

    /** The channel it was published on. */
    String channel();

    /** What changed, Markdown. */
    Optional<String> changelog();

    /**
     * SHA-256 over members, edges, the stack's description, parameters and rules; the same for the same content, whatever
     * profile, organisation, channel or time it belongs to.
     */
    Digest digest();

    /** The members, with placeholders. */
    StackSpec spec();

    /** What callers fill in, in order. */
    List<Parameter> parameters();

    /** What must hold between their values. */
    List<ParameterRule> rules();

    /** How its parameters follow from those of the version before it; no part of the digest. */
    @Value.Default
    default BindingMigration migration() {
        return BindingMigration.none();
    }

    /** Where it came from. */
    Provenance provenance();

    /** What was taken out and noticed when it was made. */
    CaptureReport report();

    /** How secrets were told when it was made, and are told wherever it is looked at again. Not part of its digest. */
    @Value.Default
    default RedactionPolicy redaction() {
        return RedactionPolicy.balanced();
    }

    /** Why it should not be used any more. */
    Optional<Deprecation> deprecation();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ProfileVersion}. */
    final class Builder extends ImmutableProfileVersion.Builder {
        Builder() {}
    }
}

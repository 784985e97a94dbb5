package io.stackprofile.draft;

import io.stackprofile.DraftId;
import io.stackprofile.ProfileId;
import io.stackprofile.capture.CaptureReport;
import io.stackprofile.capture.RedactionPolicy;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterRule;
import io.stackprofile.stack.StackSpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A working copy of a profile. Holds no secret: what is put in is redacted first. */
@Value.Immutable
public interface ProfileDraft {

    /** Its id. */
    DraftId id();

    /** Goes up by one with every edit. */
    long revision();

    /** The name of the profile that publishing creates or continues. */
    String name();

    /** The profile it continues. */
    Optional<ProfileId> profile();

    /** The profile's latest version when the draft was made; publishing is refused when there is a newer one. */
    Optional<Integer> baseVersion();

    /** The members, with placeholders. */
    StackSpec spec();

    /** What callers fill in. */
    List<Parameter> parameters();

    /** What must hold between their values. */
    List<ParameterRule> rules();

    /** What was taken out and noticed so far. */
    CaptureReport report();

    /** How secrets are told in it. */
    @Value.Default
    default RedactionPolicy redaction() {
        return RedactionPolicy.balanced();
    }

    /** When it was made. */
    Instant createdAt();

    /** Who made it. */
    String createdBy();

    /** When it was last edited. */
    Instant updatedAt();

    /** Who last edited it. */
    String updatedBy();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ProfileDraft}. */
    final class Builder extends ImmutableProfileDraft.Builder {
        Builder() {}
    }
}

package io.stackprofile.core.internal.redact;

import io.stackprofile.capture.RedactionOverride;
import io.stackprofile.capture.RedactionPolicy;
import io.stackprofile.core.internal.redact.rule.FormatRules;
import io.stackprofile.core.internal.redact.sweep.Sweep;
import io.stackprofile.core.internal.redact.text.FormatScan;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Location;
import io.stackprofile.error.SecretException;
import java.util.Optional;

/**
 * A caller's policy as it is kept with what was made under it: reasons with what is secret in them masked. What places
 * are told by cannot be masked, since it would tell other places then, so a secret there is refused.
 */
final class PolicyRecord {

    private final TextMask mask;
    private final Sweep sweep;
    private final FormatRules formats;

    PolicyRecord(TextMask mask, Sweep sweep, FormatRules formats) {
        this.mask = mask;
        this.sweep = sweep;
        this.formats = formats;
    }

    RedactionPolicy of(RedactionPolicy policy) {
        RedactionPolicy.Builder kept = RedactionPolicy.builder()
                .mode(policy.mode())
                .addAllSecretNames(policy.secretNames())
                .addAllHarmlessNames(policy.harmlessNames());
        int number = 0;
        for (RedactionOverride override : policy.overrides()) {
            String where = "override " + ++number;
            require(where, "member", override.member());
            require(where, "kind", override.kind());
            require(where, "path", override.path());
            require(where, "rule", override.rule());
            kept.addOverride(RedactionOverride.builder()
                    .effect(override.effect())
                    .member(override.member())
                    .kind(override.kind())
                    .path(override.path())
                    .rule(override.rule())
                    .reason(line(mask.apply(override.reason())))
                    .build());
        }
        policy.secretNames().forEach(name -> require("the policy", "secretNames", Optional.of(name)));
        policy.harmlessNames().forEach(name -> require("the policy", "harmlessNames", Optional.of(name)));
        return kept.build();
    }

    private void require(String where, String field, Optional<String> text) {
        boolean secret = text.filter(
                        written -> !FormatScan.find(written, formats).isEmpty()
                                || !sweep.find(written).isEmpty())
                .isPresent();
        if (secret) {
            throw new SecretException(
                    ErrorCode.SECRET_EXPOSED,
                    where + " has a secret in its " + field + ", where it cannot be replaced",
                    "Write * in its place.",
                    Location.unknown());
        }
    }

    // A mask may be longer than what it took the place of.
    private static String line(String reason) {
        return reason.length() <= 500 ? reason : reason.substring(0, 500);
    }
}

package io.stackprofile.core.internal.redact.policy;

import io.stackprofile.capture.RedactionOverride;
import java.util.Optional;

/** One override, ready to be asked. Immutable. */
public final class PlaceRule {

    private final int number;
    private final RedactionOverride said;
    private final Optional<Glob> member;
    private final Optional<Glob> path;

    PlaceRule(int number, RedactionOverride said) {
        this.number = number;
        this.said = said;
        this.member = said.member().map(Glob::ofMember);
        this.path = said.path().map(Glob::ofPath);
    }

    /** Its number in the policy, from 1. */
    public int number() {
        return number;
    }

    public boolean denies() {
        return said.effect() == RedactionOverride.Effect.DENY;
    }

    /** The caller's reason, as a sentence for the report; it may hold anything. */
    public String sentence() {
        String reason = said.reason().strip();
        String end = reason.matches("(?s).*[.!?]") ? "" : ".";
        return (denies() ? "The caller says that it is a secret: " : "The caller allows it: ") + reason + end;
    }

    boolean covers(Spot spot) {
        return member.map(glob -> !spot.member().isEmpty() && glob.matches(spot.memberSegments()))
                        .orElse(true)
                && said.kind()
                        .map(kind -> spot.kind().equals(Optional.of(kind)))
                        .orElse(true)
                && path.map(glob -> spot.path().map(glob::matches).orElse(false))
                        .orElse(true);
    }

    /** Whether it is about what {@code rule} finds. */
    public boolean isAbout(String rule) {
        return said.rule().map(rule::equals).orElse(true);
    }

    /** Names its number and nothing of its texts. */
    @Override
    public String toString() {
        return "PlaceRule[" + number + "]";
    }
}

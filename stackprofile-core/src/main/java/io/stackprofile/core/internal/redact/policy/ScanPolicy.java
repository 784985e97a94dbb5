package io.stackprofile.core.internal.redact.policy;

import io.stackprofile.capture.RedactionMode;
import io.stackprofile.capture.RedactionOverride;
import io.stackprofile.capture.RedactionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A caller's policy, ready to be asked place by place. Immutable and thread-safe. */
public final class ScanPolicy {

    /** The library's own knowledge and nothing else. */
    public static final ScanPolicy BALANCED = of(RedactionPolicy.balanced());

    /** The rule of what a caller denies. */
    public static final String DENY = "caller-deny";

    // What a Secret, a registry's login or a declared path holds is a secret by Kubernetes' own word; no caller's
    // undoes it.
    private static final Set<String> ALWAYS = Set.of(DENY, "secret-data", "secret-field", "declared-encrypted-path");

    private final boolean strict;
    private final List<PlaceRule> denies;
    private final List<PlaceRule> allows;

    private ScanPolicy(boolean strict, List<PlaceRule> denies, List<PlaceRule> allows) {
        this.strict = strict;
        this.denies = List.copyOf(denies);
        this.allows = List.copyOf(allows);
    }

    /** The policy; what is only reported is looked for strictly. */
    public static ScanPolicy of(RedactionPolicy policy) {
        List<PlaceRule> denies = new ArrayList<>();
        List<PlaceRule> allows = new ArrayList<>();
        for (RedactionOverride override : policy.overrides()) {
            PlaceRule rule = new PlaceRule(denies.size() + allows.size() + 1, override);
            (rule.denies() ? denies : allows).add(rule);
        }
        return new ScanPolicy(policy.mode() != RedactionMode.BALANCED, denies, allows);
    }

    /** The same, strict. */
    public ScanPolicy strictly() {
        return new ScanPolicy(true, denies, allows);
    }

    /** Whether what only looks generated is a secret too. */
    public boolean strict() {
        return strict;
    }

    public List<PlaceRule> denies() {
        return denies;
    }

    public List<PlaceRule> allows() {
        return allows;
    }

    /** Whether no place has to be asked about. */
    public boolean silent() {
        return denies.isEmpty() && allows.isEmpty();
    }

    /** The denies that cover {@code spot}, in the caller's order. */
    public List<PlaceRule> denies(Spot spot) {
        return denies.stream().filter(rule -> rule.covers(spot)).toList();
    }

    /** The allows that cover what {@code rule} found at {@code spot}, in the caller's order. */
    public List<PlaceRule> allows(Spot spot, String rule) {
        return allows.stream()
                .filter(allow -> allow.isAbout(rule) && allow.covers(spot))
                .toList();
    }

    /** Whether no allow covers what {@code rule} finds. */
    public static boolean isBeyondAllows(String rule) {
        return ALWAYS.contains(rule);
    }
}

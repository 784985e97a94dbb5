package io.stackprofile.core.internal.clean;

import io.stackprofile.core.internal.clean.FieldRule.How;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides for a place of a live object whether it goes. Tables speak of every place, the object's own evidence only of
 * scalars, lists of scalars and what is empty: the rest is decided below.
 */
final class Verdict {

    /**
     * Why a place goes.
     *
     * @param rule the rule's id
     * @param text a sentence or two for the report, the evidence named
     */
    record Reason(String rule, String text) {

        static Reason of(LiveRule rule) {
            return new Reason(rule.id(), rule.reason());
        }
    }

    private final FieldRules rules;
    private final boolean builtIn;
    private final boolean lastApplied;
    private final Owners owners;

    Verdict(FieldRules rules, boolean builtIn, Evidence evidence) {
        this.rules = rules;
        this.builtIn = builtIn;
        this.lastApplied = evidence.lastApplied().isPresent();
        this.owners = evidence.owners();
    }

    /** Why what stands at {@code at} goes as a whole; empty when it stays or is decided below. */
    Optional<Reason> of(Place at, Proof proof, boolean leaf) {
        Optional<FieldRule> always = rules.find(at, how -> how == How.ALWAYS);
        if (always.isPresent()) {
            return Optional.of(new Reason(always.get().id(), always.get().reason()));
        }
        if (isIdentity(at)) {
            return Optional.empty();
        }
        if (LiveTree.isEmpty(at.node()) && isAccessory(at)) {
            return Optional.of(Reason.of(LiveRule.EMPTY_METADATA));
        }
        if (!proof.isWanted()) {
            Optional<FieldRule> unset = rules.find(at, how -> how == How.UNLESS_SET);
            if (unset.isPresent()) {
                return Optional.of(reason(unset.get(), proof));
            }
        }
        if (leaf && proof.isControllersOnly()) {
            return ofControllers(at, proof);
        }
        return proof.isApplied() ? Optional.empty() : ofDefaults(at, proof, leaf);
    }

    private Optional<Reason> ofControllers(Place at, Proof proof) {
        if (at.step().equals("replicas")) {
            return Optional.of(Reason.of(LiveRule.CONTROLLER_SCALED));
        }
        return proof.declared() ? Optional.empty() : Optional.of(Reason.of(LiveRule.CONTROLLER_FIELD));
    }

    private Optional<Reason> ofDefaults(Place at, Proof proof, boolean leaf) {
        boolean unwanted = !proof.isWanted();
        boolean absent = unwanted && (lastApplied || owners.hasApplier()) && owners.complete();
        boolean likely = absent || lastApplied;
        Optional<FieldRule> rule = rules.find(at, how -> how == How.SURE || (how == How.LIKELY && likely));
        if (rule.isPresent()) {
            return Optional.of(reason(rule.get(), proof));
        }
        if (leaf && at.node() == null && builtIn) {
            return Optional.of(Reason.of(LiveRule.NULL_FIELD));
        }
        return leaf && absent
                ? Optional.of(Reason.of(lastApplied ? LiveRule.NOT_APPLIED : LiveRule.NOT_OWNED))
                : Optional.empty();
    }

    private Reason reason(FieldRule rule, Proof proof) {
        return new Reason(rule.id(), rule.reason() + " " + source(proof));
    }

    private String source(Proof proof) {
        if (lastApplied) {
            return "The last-applied configuration does not have it.";
        }
        if (owners.hasApplier() && !proof.isWanted()) {
            return "By the managed fields nobody applied it.";
        }
        return "The object does not say who wanted it; the rule alone decides.";
    }

    private static boolean isAccessory(Place at) {
        return AppliedEmpties.ACCESSORIES.contains(at.pointer());
    }

    /** What tells the object from others, and no manager owns. */
    private static boolean isIdentity(Place at) {
        @Nullable Place up = at.up();
        if (up == null) {
            return true;
        }
        if (up.up() == null) {
            return at.step().equals("apiVersion") || at.step().equals("kind");
        }
        return up.up().up() == null
                && up.step().equals("metadata")
                && (at.step().equals("name") || at.step().equals("namespace"));
    }
}

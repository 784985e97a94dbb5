package io.stackprofile.core.internal.merge;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.template.FieldTexts;
import io.stackprofile.core.internal.template.Template;
import io.stackprofile.core.internal.validate.SpecChecks;
import io.stackprofile.draft.MergeConflict;
import io.stackprofile.draft.MergeConflict.Kind;
import io.stackprofile.draft.MergeResolution;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterRule;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Joins two changes of the parameters and rules, each of them as one thing, and holds them against the joined members. */
final class ContractMerge {

    private final MergeRun run;
    private final Limits limits;
    private final Side base;
    private final Side theirs;
    private final Side ours;

    ContractMerge(MergeRun run, Limits limits, Side base, Side theirs, Side ours) {
        this.run = run;
        this.limits = limits;
        this.base = base;
        this.theirs = theirs;
        this.ours = ours;
    }

    /** The joined parameters; ours where there is a conflict. */
    List<Parameter> parameters(StackSpec merged) {
        Map<String, Parameter> joined = new KeyedMerge<String, Parameter>(
                        Parameter::equals,
                        (name, old, their, our) -> pick(Kind.PARAMETER, name, their, our),
                        (name, old, their, our) -> settle(Kind.PARAMETER, name, ""))
                .merge(
                        SpecChecks.byName(base.parameters()),
                        SpecChecks.byName(theirs.parameters()),
                        SpecChecks.byName(ours.parameters()));
        Map<String, Parameter> kept = new LinkedHashMap<>(joined);
        if (run.conflicts().isEmpty()) {
            removedButUsed(merged, kept);
        }
        return List.copyOf(kept.values());
    }

    /** The joined rules; ours where there is a conflict. */
    List<ParameterRule> rules() {
        Map<String, ParameterRule> joined = new KeyedMerge<String, ParameterRule>(
                        ParameterRule::equals,
                        (name, old, their, our) -> pick(Kind.RULE, name, their, our),
                        (name, old, their, our) -> settle(Kind.RULE, name, ""))
                .merge(byName(base.rules()), byName(theirs.rules()), byName(ours.rules()));
        return List.copyOf(joined.values());
    }

    private <V> V pick(Kind kind, String name, V their, V our) {
        return settle(kind, name, "").orElse(null) instanceof MergeResolution.Theirs ? their : our;
    }

    private Optional<MergeResolution> settle(Kind kind, String name, String how) {
        MergeConflict.Builder conflict = MergeConflict.builder();
        conflict.name(name)
                .message(
                        how.isEmpty()
                                ? "both sides changed, added or removed the " + word(kind) + " '" + name
                                        + "', differently"
                                : how);
        return run.side(kind, name + (how.isEmpty() ? "" : " in use"), conflict);
    }

    private static String word(Kind kind) {
        return kind == Kind.RULE ? "rule" : "parameter";
    }

    /** One side removed a parameter, the other put a placeholder of it somewhere. */
    private void removedButUsed(StackSpec merged, Map<String, Parameter> kept) {
        Map<String, Parameter> known = new LinkedHashMap<>(SpecChecks.byName(theirs.parameters()));
        known.putAll(SpecChecks.byName(ours.parameters()));
        Map<String, Parameter> removed = new LinkedHashMap<>(known);
        removed.keySet().removeAll(kept.keySet());
        if (removed.isEmpty()) {
            return;
        }
        Set<String> used = used(merged, known);
        removed.keySet().retainAll(used);
        removed.forEach((name, parameter) -> {
            if (!wasOpen(name, theirs, known) && !wasOpen(name, ours, known)) {
                restored(name).ifPresent(back -> kept.put(name, back));
            }
        });
    }

    private Optional<Parameter> restored(String name) {
        Optional<MergeResolution> settled =
                settle(Kind.PARAMETER, name, "one side removed the parameter '" + name + "', the other uses it");
        Side side = settled.orElse(null) instanceof MergeResolution.Theirs ? theirs : ours;
        return Optional.ofNullable(found(side, name));
    }

    private static @Nullable Parameter found(Side side, String name) {
        return SpecChecks.byName(side.parameters()).get(name);
    }

    /** Whether a side uses the parameter without having it, before anything is joined. */
    private boolean wasOpen(String name, Side side, Map<String, Parameter> known) {
        return found(side, name) == null && used(side.spec(), known).contains(name);
    }

    private Set<String> used(StackSpec spec, Map<String, Parameter> known) {
        Set<String> used = new HashSet<>();
        for (Member member : spec.members()) {
            used.addAll(FieldTexts.parameters(member));
            try {
                member.text()
                        .ifPresent(text ->
                                used.addAll(Template.compile(member.ref(), Optional.empty(), text, known, limits)
                                        .parameters()));
            } catch (StackProfileException unsound) {
                // Validation says what is wrong with it.
                used.addAll(Set.of());
            }
        }
        return used;
    }

    private static Map<String, ParameterRule> byName(List<ParameterRule> rules) {
        Map<String, ParameterRule> byName = new LinkedHashMap<>();
        new ArrayList<>(rules).forEach(rule -> byName.put(rule.name(), rule));
        return byName;
    }
}

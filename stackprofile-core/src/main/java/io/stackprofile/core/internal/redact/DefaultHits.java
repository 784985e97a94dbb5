package io.stackprofile.core.internal.redact;

import io.stackprofile.Limits;
import io.stackprofile.capture.Redaction.Confidence;
import io.stackprofile.core.internal.redact.policy.PlaceRule;
import io.stackprofile.core.internal.redact.policy.ScanPolicy;
import io.stackprofile.core.internal.redact.policy.Spot;
import io.stackprofile.core.internal.redact.rule.Filter;
import io.stackprofile.core.internal.redact.rule.Hit;
import io.stackprofile.core.internal.redact.rule.Knowledge;
import io.stackprofile.core.internal.redact.scan.UnknownValues;
import io.stackprofile.core.internal.redact.sweep.Sweep;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The parameters whose defaults are secrets, by what they are, where they stand, and what the caller says of them. */
final class DefaultHits {

    /** A find that an allow covers; it does not stand where no allow has a say. */
    record Allowed(Hit hit, PlaceRule allow, boolean stands) {}

    private final ScanPolicy policy;
    private final Map<String, Hit> hits = new LinkedHashMap<>();
    private final Map<String, Allowed> allowed = new LinkedHashMap<>();
    private final Set<Integer> used = new HashSet<>();

    private DefaultHits(ScanPolicy policy) {
        this.policy = policy;
    }

    static DefaultHits of(
            StackSpec spec,
            List<Parameter> parameters,
            RedactionContext context,
            Knowledge knowledge,
            Limits limits,
            ScanPolicy policy) {
        DefaultHits found = new DefaultHits(policy);
        parameters.forEach(parameter -> found.alone(parameter, knowledge));
        DefaultScan defaults = new DefaultScan(parameters, knowledge, limits, policy);
        for (Member member : spec.members()) {
            DefaultScan.Found there =
                    defaults.find(member, context.encryptedPaths().getOrDefault(member.ref(), List.of()));
            there.hits().forEach(found::add);
            there.allowed().forEach(found.allowed::putIfAbsent);
            found.used.addAll(there.met());
        }
        // A default that is a secret by one of its places is one at all of them.
        found.allowed.replaceAll((name, allowed) ->
                new Allowed(allowed.hit(), allowed.allow(), allowed.stands() && !found.hits.containsKey(name)));
        return found;
    }

    /** Adds the defaults in which a secret stands that was found elsewhere: no default is a secret, whatever its name. */
    void addKnown(List<Parameter> parameters, Sweep sweep) {
        for (Parameter parameter : parameters) {
            String text = parameter.defaultValue().map(ParameterValue::text).orElse("");
            List<Sweep.Match> known = hits.containsKey(parameter.name()) ? List.of() : sweep.find(text);
            if (!known.isEmpty()) {
                hits.put(
                        parameter.name(),
                        whole(
                                text,
                                "known-secret",
                                "The same value was found as a secret elsewhere.",
                                Confidence.HIGH));
                allowed.computeIfPresent(parameter.name(), (n, was) -> new Allowed(was.hit(), was.allow(), false));
            }
        }
    }

    /** By parameter, in order. */
    Map<String, Hit> hits() {
        return hits;
    }

    /** What an allow covers, by parameter. */
    Map<String, Allowed> allowed() {
        return allowed;
    }

    /** The numbers of the overrides that had a say. */
    Set<Integer> used() {
        return used;
    }

    private void alone(Parameter parameter, Knowledge knowledge) {
        Optional<String> value = parameter
                .defaultValue()
                .map(ParameterValue::text)
                .filter(text -> parameter.type() != ParameterType.SECRET && !text.isBlank());
        List<PlaceRule> denies = value.isEmpty() ? List.of() : policy.denies(Spot.parameter(parameter.name()));
        denies.forEach(rule -> used.add(rule.number()));
        denies.stream()
                .findFirst()
                .map(rule -> whole(value.orElse(""), ScanPolicy.DENY, rule.sentence(), Confidence.HIGH))
                .or(() -> ParameterScan.find(parameter, knowledge))
                .or(() -> unknown(parameter))
                .ifPresent(hit -> add(parameter.name(), hit));
    }

    private Optional<Hit> unknown(Parameter parameter) {
        if (!policy.strict() || parameter.type() != ParameterType.STRING) {
            return Optional.empty();
        }
        String text = parameter.defaultValue().map(ParameterValue::text).orElse("");
        return UnknownValues.find(text, parameter.name()).stream()
                .findFirst()
                .map(hit -> whole(text, hit.rule(), hit.reason(), hit.confidence()));
    }

    private void add(String name, Hit hit) {
        List<PlaceRule> allows = policy.allows(Spot.parameter(name), hit.rule());
        allows.forEach(rule -> used.add(rule.number()));
        boolean always = ScanPolicy.isBeyondAllows(hit.rule());
        allows.stream().findFirst().ifPresent(rule -> {
            allowed.merge(name, new Allowed(hit, rule, !always), (a, b) -> a.stands() ? b : a);
        });
        if (always || allows.isEmpty()) {
            hits.putIfAbsent(name, hit);
        }
    }

    private static Hit whole(String text, String rule, String reason, Confidence confidence) {
        return new Hit(0, text.length(), text, Filter.NONE, rule, reason, confidence, List.of());
    }
}

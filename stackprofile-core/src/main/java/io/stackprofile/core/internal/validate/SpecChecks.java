package io.stackprofile.core.internal.validate;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.template.FieldTexts;
import io.stackprofile.core.internal.template.Template;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterRule;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackGraph;
import io.stackprofile.stack.StackSpec;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What every template must be before it is stored: within limits, its edges sound, its placeholders known. */
public final class SpecChecks {

    private SpecChecks() {}

    /** Requires limits, edges and placeholders to be sound; the first fault is thrown. */
    public static void require(StackSpec spec, List<Parameter> parameters, Limits limits) {
        requireWithin(spec, limits);
        StackGraph.of(spec);
        requireWithin(parameters, limits);
        Map<String, Parameter> byName = byName(parameters);
        for (Member member : spec.members()) {
            FieldTexts.require(member, byName);
            member.text().ifPresent(text -> Template.compile(member.ref(), Optional.empty(), text, byName, limits));
        }
    }

    /** Requires that there are no more parameters than the limits allow. */
    public static void requireWithin(List<Parameter> parameters, Limits limits) {
        if (parameters.size() > limits.parameters()) {
            throw exceeded("parameters", parameters.size(), limits.parameters(), Location.unknown());
        }
    }

    /** Requires that there are no more rules than parameters are allowed. */
    public static void requireRulesWithin(Collection<ParameterRule> rules, Limits limits) {
        if (rules.size() > limits.parameters()) {
            throw exceeded("rules", rules.size(), limits.parameters(), Location.unknown());
        }
    }

    /** Requires that the stack is no larger than the limits allow. */
    public static void requireWithin(StackSpec spec, Limits limits) {
        if (spec.members().size() > limits.members()) {
            throw exceeded("members", spec.members().size(), limits.members(), Location.unknown());
        }
        long total = 0;
        for (Member member : spec.members()) {
            int size = member.text().map(String::length).orElse(0);
            if (size > limits.memberSize()) {
                throw exceeded("characters", size, limits.memberSize(), Location.member(member.ref()));
            }
            total += size;
        }
        if (total > limits.stackSize()) {
            throw exceeded("characters", total, limits.stackSize(), Location.unknown());
        }
    }

    /** Parameters by name, in order. */
    public static Map<String, Parameter> byName(List<Parameter> parameters) {
        Map<String, Parameter> byName = new LinkedHashMap<>();
        parameters.forEach(parameter -> byName.put(parameter.name(), parameter));
        return byName;
    }

    private static InvalidContentException exceeded(String what, long count, long limit, Location location) {
        return new InvalidContentException(
                ErrorCode.LIMIT_EXCEEDED,
                count + " " + what + ", more than the limit of " + limit,
                "Split the content, or raise the limit where the engine is built.",
                location);
    }
}

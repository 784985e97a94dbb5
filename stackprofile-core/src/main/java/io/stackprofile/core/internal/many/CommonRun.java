package io.stackprofile.core.internal.many;

import io.stackprofile.Limits;
import io.stackprofile.capture.CommonParameter;
import io.stackprofile.capture.SourceResidual;
import io.stackprofile.core.internal.many.Groups.Placed;
import io.stackprofile.core.internal.validate.SpecChecks;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One comparison: places that differ, groups of them, parameters, placeholders, and the proof for each source. */
final class CommonRun {

    private final List<SourceStack> sources;
    private final SourceStack lead;
    private final CommonStack.Guard guard;
    private final Limits limits;
    private final Map<Group, Parameter> made = new LinkedHashMap<>();

    CommonRun(List<SourceStack> sources, CommonStack.Guard guard, Limits limits) {
        this.sources = sources;
        this.lead = sources.get(0);
        this.guard = guard;
        this.limits = limits;
    }

    CommonStack run() {
        Map<MemberRef, List<List<Placed>>> placed = named(placed());
        List<Parameter> parameters = parameters();
        Map<String, Parameter> byName = SpecChecks.byName(parameters);
        StackSpec spec = lead.spec().map(member -> {
            List<List<Placed>> spots = placed.get(member.ref());
            return spots == null ? member : written(member, spots, byName);
        });
        List<Map<String, ParameterValue>> values = new ArrayList<>();
        List<List<SourceResidual>> residuals = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            values.add(values(i, false));
            residuals.add(proof(i, spec, parameters));
        }
        return new CommonStack(spec, parameters, common(), values, residuals);
    }

    private Map<Spot, List<Placed>> placed() {
        Comparison comparison = new Comparison(sources);
        Map<Spot, List<Part>> parts = new LinkedHashMap<>();
        Spots.of(sources, limits)
                .values()
                .forEach(spots -> spots.forEach(spot -> {
                    List<Part> found = comparison.parts(spot);
                    if (found.stream().allMatch(part -> guard.admits(part.vector()))) {
                        parts.put(spot, found);
                    }
                }));
        return new Groups().gather(parts);
    }

    /** The places whose every group got a name, by member. */
    private Map<MemberRef, List<List<Placed>>> named(Map<Spot, List<Placed>> placed) {
        Naming naming = new Naming(lead.parameters(), guard::isHarmless);
        Set<Group> groups = new LinkedHashSet<>();
        placed.values().forEach(all -> all.forEach(one -> groups.add(one.group())));
        groups.forEach(group -> naming.name(group).ifPresent(parameter -> made.put(group, parameter)));
        Map<MemberRef, List<List<Placed>>> byMember = new LinkedHashMap<>();
        placed.forEach((spot, all) -> {
            if (!all.isEmpty() && all.stream().allMatch(one -> made.containsKey(one.group()))) {
                byMember.computeIfAbsent(spot.member(), ref -> new ArrayList<>())
                        .add(all);
            }
        });
        return byMember;
    }

    private Member written(Member member, List<List<Placed>> spots, Map<String, Parameter> parameters) {
        Member withFields = MemberFieldCuts.apply(member, spots);
        return member.text().isEmpty()
                ? withFields
                : withFields.withText(new MemberCuts(member, parameters, limits).apply(spots));
    }

    /** The leading stack's, then the new ones. */
    private List<Parameter> parameters() {
        Map<String, Parameter> parameters = new LinkedHashMap<>(SpecChecks.byName(lead.parameters()));
        made.values().forEach(parameter -> parameters.putIfAbsent(parameter.name(), parameter));
        return List.copyOf(parameters.values());
    }

    private List<CommonParameter> common() {
        List<CommonParameter> common = new ArrayList<>();
        made.forEach((group, parameter) -> {
            if (!group.vector().isConstant()) {
                common.add(CommonParameter.builder()
                        .parameter(parameter)
                        .addAllPlaces(group.spots().stream()
                                .map(Spot::location)
                                .distinct()
                                .toList())
                        .distinct(group.vector().distinct())
                        .build());
            }
        });
        return common;
    }

    /** What a source binds; where it has nothing at a place, the leading value. */
    private Map<String, ParameterValue> values(int source, boolean secrets) {
        Map<String, ParameterValue> values = new LinkedHashMap<>();
        Map<String, ParameterValue> leading = lead.values();
        Map<String, ParameterValue> own = sources.get(source).values();
        for (Parameter parameter : lead.parameters()) {
            boolean secret = parameter.type() == ParameterType.SECRET;
            ParameterValue value = secret
                    ? leading.get(parameter.name())
                    : own.getOrDefault(parameter.name(), leading.get(parameter.name()));
            if (value != null && (secrets || !secret)) {
                values.put(parameter.name(), value);
            }
        }
        made.forEach((group, parameter) -> {
            if (secrets || !group.vector().secret()) {
                values.put(
                        parameter.name(),
                        group.vector().value(source).orElse(group.vector().lead()));
            }
        });
        return values;
    }

    private List<SourceResidual> proof(int source, StackSpec spec, List<Parameter> parameters) {
        SourceStack own = sources.get(source);
        StackSpec bound = BoundStack.of(spec, parameters, values(source, true), limits);
        StackSpec given = BoundStack.of(own.spec(), own.parameters(), new HashMap<>(own.values()), limits);
        MemberPairs pairs = MemberPairs.of(lead.spec(), own.spec(), limits);
        return new SourceProof(bound, given, pairs, limits, guard.mask()).residuals(source == 0);
    }
}

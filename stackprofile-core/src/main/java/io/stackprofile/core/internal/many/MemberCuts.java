package io.stackprofile.core.internal.many;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.many.Groups.Placed;
import io.stackprofile.core.internal.parameterise.Candidate;
import io.stackprofile.core.internal.parameterise.Cut;
import io.stackprofile.core.internal.parameterise.WholeValues;
import io.stackprofile.core.internal.template.Template;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.stack.Member;
import io.stackprofile.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts placeholders into one member's text, and makes sure that binding the leading values gives the text back. */
final class MemberCuts {

    /**
     * A range that a group's placeholder takes.
     *
     * @param group the group
     * @param cut the range
     */
    private record GroupCut(Group group, Cut cut) {}

    private final Member member;
    private final String text;
    private final Map<String, Parameter> parameters;
    private final Limits limits;

    /** @param parameters every parameter that may stand in the result, by name */
    MemberCuts(Member member, Map<String, Parameter> parameters, Limits limits) {
        this.member = member;
        this.text = member.text().orElse("");
        this.parameters = parameters;
        this.limits = limits;
    }

    /**
     * The text with placeholders. First all places at once, as is nearly always right; else one place after the other,
     * leaving those alone that do not give their text back.
     */
    String apply(List<List<Placed>> spots) {
        List<GroupCut> all = new ArrayList<>();
        spots.forEach(placed -> ways(placed).stream().findFirst().ifPresent(all::addAll));
        if (givesBack(all)) {
            return written(all);
        }
        List<GroupCut> sound = new ArrayList<>();
        for (List<Placed> placed : spots) {
            ways(placed).stream().filter(this::givesBack).findFirst().ifPresent(sound::addAll);
        }
        return written(sound);
    }

    /** The ways to put the placeholders of one scalar, from the one that is preferred. */
    private List<List<GroupCut>> ways(List<Placed> placed) {
        YamlScalar scalar = placed.get(0).spot().scalar();
        if (scalar == null) {
            return List.of();
        }
        Placed first = placed.get(0);
        if (first.part().whole() && first.part().token().isEmpty()) {
            List<List<GroupCut>> ways = new ArrayList<>();
            for (Candidate candidate : WholeValues.of(member, scalar)) {
                ways.add(candidate.cuts().stream()
                        .map(cut -> new GroupCut(first.group(), cut))
                        .toList());
            }
            return ways;
        }
        return List.of(placed.stream()
                .filter(place -> !place.group().name().equals(place.part().token()))
                .map(place -> new GroupCut(
                        place.group(),
                        Cut.of(
                                scalar.sourceOf(
                                        place.part().from(), place.part().to()),
                                place.part().filter().replaceFirst("^\\|[ \\t]*", ""))))
                .toList());
    }

    private String written(List<GroupCut> cuts) {
        List<GroupCut> ordered = new ArrayList<>(cuts);
        ordered.sort(Comparator.comparing(one -> one.cut().span().start()));
        StringBuilder out = new StringBuilder(text.length() + 64);
        int copied = 0;
        for (GroupCut one : ordered) {
            out.append(text, copied, one.cut().span().start())
                    .append(one.cut().written(one.group().name()));
            copied = one.cut().span().end();
        }
        return out.append(text, copied, text.length()).toString();
    }

    /** Secrets stay placeholders in the trial; what they are bound to is for the proof. */
    private boolean givesBack(List<GroupCut> cuts) {
        List<GroupCut> secrets =
                cuts.stream().filter(one -> one.group().vector().secret()).toList();
        Map<String, ParameterValue> values = new HashMap<>();
        Set<GroupCut> open = new HashSet<>(cuts);
        secrets.forEach(open::remove);
        open.forEach(one -> values.put(one.group().name(), one.group().vector().lead()));
        try {
            return Template.compile(member.ref(), Optional.empty(), written(cuts), parameters, limits)
                    .renderKnown(values)
                    .equals(written(secrets));
        } catch (InvalidContentException cannotStandThere) {
            return false;
        }
    }
}

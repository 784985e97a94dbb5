package io.stackprofile.samples.quickstart;

import io.stackprofile.Page;
import io.stackprofile.capture.Redaction;
import io.stackprofile.diff.Change;
import io.stackprofile.diff.MemberDiff;
import io.stackprofile.diff.ParameterDiff;
import io.stackprofile.diff.ValueChange;
import io.stackprofile.diff.VersionDiff;
import io.stackprofile.iac.IacExport;
import io.stackprofile.instantiation.CommitResult;
import io.stackprofile.instantiation.Instantiation;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.instantiation.MemberPlan;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.instantiation.StackReview;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.parameter.SecretRef;
import io.stackprofile.profile.Profile;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Prints each step of the story. */
final class Report {

    private static final int FIRST = 4;

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void captured(ProfileVersion version) {
        long edges = version.spec().members().stream()
                .mapToLong(member -> member.parents().size())
                .sum();
        heading("Captured " + version.profileName() + " v" + version.version() + ": "
                + version.spec().members().size() + " members, " + edges + " edges");
        Columns columns = new Columns();
        for (Member member : version.spec().members()) {
            columns.row(member.ref(), chart(member), needs(member.parents()));
        }
        out.print(columns);
        out.println("  digest " + version.digest());
    }

    void redacted(List<Redaction> redactions) {
        heading("Redacted: " + redactions.size() + " places, by rule (never the value)");
        Map<String, List<Redaction>> rules =
                redactions.stream().collect(Collectors.groupingBy(Redaction::rule, TreeMap::new, Collectors.toList()));
        rules.forEach((rule, places) -> {
            out.println("  " + rule + ": " + places.size() + (places.size() == 1 ? " place. " : " places. ")
                    + places.get(0).reason());
            first(
                    places,
                    place -> "    " + place.location().describe() + " -> "
                            + place.parameter().orElse("[redacted]"));
        });
    }

    void parameters(List<Parameter> parameters) {
        long secrets = parameters.stream()
                .filter(parameter -> parameter.type() == ParameterType.SECRET)
                .count();
        heading("Parameters: " + parameters.size() + ", of which " + secrets + " are secrets to be bound by reference");
        Columns columns = new Columns();
        for (Parameter parameter : parameters) {
            String fallback =
                    parameter.defaultValue().map(value -> "default " + value).orElse("optional");
            columns.row(parameter.name(), parameter.type().label(), parameter.required() ? "required" : fallback);
        }
        out.print(columns);
    }

    void reviewed(StackDraft draft, StackReview review) {
        heading("Stack draft: " + draft.profileName() + " v" + draft.version() + " as " + draft.stack() + " on "
                + draft.cluster());
        List<Binding> values = draft.bindings().stream()
                .filter(binding -> binding.value().isPresent())
                .toList();
        List<Binding> secrets = draft.bindings().stream()
                .filter(binding -> binding.secretRef().isPresent())
                .toList();
        values.forEach(binding -> out.println("  " + binding.parameter() + " = " + filling(binding)));
        out.println("  " + secrets.size() + " secrets by reference, their values unknown to this process");
        first(secrets, binding -> "    " + binding.parameter() + " = " + filling(binding));
        out.println("  review: " + counted(review.plan(), MemberPlan::effect)
                + (review.targetMoved() ? "; the target has moved" : "; the target is as it was"));
        for (int wave = 0; wave < review.waves().size(); wave++) {
            out.println("  wave " + (wave + 1) + ": " + refs(review.waves().get(wave)));
        }
        review.findings().forEach(finding -> out.println("  " + word(finding.severity()) + ": " + finding.message()));
    }

    void committed(CommitResult result) {
        Instantiation instance = result.instantiation();
        heading("Committed: " + instance.stack() + " on " + instance.cluster() + " is " + word(instance.status()));
        out.println("  members: " + counted(result.members(), MemberOutcome::status));
        result.members().stream()
                .filter(member -> member.status() == MemberOutcome.Status.FAILED)
                .forEach(member -> out.println(
                        "  " + member.ref() + ": " + member.message().orElse("failed")));
    }

    void compared(VersionDiff diff) {
        heading("v" + diff.fromVersion() + " -> v" + diff.toVersion().orElseThrow() + ": "
                + diff.parameters().size() + " parameters and " + diff.members().size() + " members differ, "
                + diff.impact().name().toLowerCase(Locale.ROOT));
        diff.fields().forEach(field -> out.println(change(field)));
        for (ParameterDiff parameter : diff.parameters()) {
            out.println("  parameter " + parameter.name() + " " + word(parameter.change()));
        }
        for (MemberDiff member : diff.members()) {
            out.println("  " + member.ref() + " " + word(member.change()) + what(member));
            if (member.change() == Change.CHANGED) {
                member.addedParents().forEach(parent -> out.println("    edge to " + parent + " added"));
                member.removedParents().forEach(parent -> out.println("    edge to " + parent + " removed"));
                first(member.fields(), Report::change);
                first(member.values(), Report::change);
            }
        }
    }

    void outdated(Profile profile, Page<Instantiation> behind) {
        long count = profile.updateStatus().outdatedInstantiationCount();
        heading("Update status: current is v" + profile.currentVersion() + ", " + count
                + (count == 1 ? " deployed instance is behind" : " deployed instances are behind"));
        for (Instantiation instance : behind.items()) {
            out.println("  " + instance.stack() + " on " + instance.cluster() + " runs v" + instance.version());
        }
    }

    void exported(IacExport export, Path file) {
        int bytes = export.content().getBytes(StandardCharsets.UTF_8).length;
        heading("Exported: " + file);
        out.println("  " + bytes + " bytes, " + export.digest() + " (an import has the same digest)");
    }

    private void heading(String text) {
        out.println();
        out.println("== " + text);
    }

    private <T> void first(List<T> items, Function<T, String> line) {
        items.stream().limit(FIRST).map(line).forEach(out::println);
        if (items.size() > FIRST) {
            out.println("    ... and " + (items.size() - FIRST) + " more");
        }
    }

    private static String filling(Binding binding) {
        String value = binding.value().map(ParameterValue::toString).orElse("");
        return binding.secretRef().map(SecretRef::toString).orElse(value.isEmpty() ? "(empty)" : value);
    }

    private static String what(MemberDiff member) {
        boolean textOnly = member.fields().isEmpty()
                && member.values().isEmpty()
                && member.unified().isPresent();
        boolean sameEdges =
                member.addedParents().isEmpty() && member.removedParents().isEmpty();
        return member.change() == Change.CHANGED && textOnly && sameEdges ? ", comments or formatting only" : "";
    }

    private static String change(ValueChange change) {
        return "    " + change.path() + ": " + shortened(change.before().orElse("(none)")) + " -> "
                + shortened(change.after().orElse("(none)"));
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }

    private static String chart(Member member) {
        return member instanceof Addon addon ? addon.chartName() + " " + addon.chartVersion() : "-";
    }

    private static String needs(List<MemberRef> parents) {
        return parents.isEmpty() ? "needs nothing" : "needs " + refs(parents);
    }

    private static String refs(Collection<MemberRef> refs) {
        return refs.stream().map(MemberRef::toString).collect(Collectors.joining(", "));
    }

    private static <T> String counted(List<T> items, Function<T, Enum<?>> kind) {
        Map<String, Long> counts = items.stream()
                .collect(Collectors.groupingBy(item -> word(kind.apply(item)), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}

package io.stackprofile.samples.cli.print;

import io.stackprofile.capture.CaptureReport;
import io.stackprofile.capture.RoundTrip;
import io.stackprofile.parameter.BindingMigration;
import io.stackprofile.parameter.MigrationStep;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterRule;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.List;
import java.util.stream.Collectors;

/** Shows versions: what they are made of, and what callers fill in. */
public final class VersionText {

    private VersionText() {}

    /** A version, without the members' texts. */
    public static String show(ProfileVersion version) {
        Fields fields = new Fields()
                .add("profile", version.profileName())
                .add("id", version.profileId())
                .add("version", "v" + version.version() + " on channel " + version.channel())
                .add("digest", version.digest())
                .add("changelog", version.changelog())
                .add("origin", origin(version))
                .add(
                        "deprecated",
                        version.deprecation()
                                .map(why -> ProfileText.word(why.reason())
                                        + why.note().map(note -> ": " + note).orElse("")))
                .add("redactions", version.report().redactions().size())
                .add("cleanings", version.report().cleanings().size())
                .add("warnings", version.report().warnings().size())
                .add("round trip", version.report().roundTrip().map(VersionText::roundTrip));
        return fields.render()
                + contents(version.spec(), version.parameters(), version.rules())
                + (version.migration().isEmpty() ? "" : "\n" + migration(version.migration()))
                + warnings(version.report());
    }

    private static String roundTrip(RoundTrip proof) {
        String comments = proof.commentsAfter() + " of " + proof.commentsBefore() + " comments";
        return proof.exact()
                ? "exact: every member comes back to the character, with " + comments
                : proof.residuals().size() + " places come back differently, with " + comments;
    }

    static String contents(StackSpec spec, List<Parameter> parameters, List<ParameterRule> rules) {
        return "\n" + members(spec) + (parameters.isEmpty() ? "" : "\n" + parameters(parameters))
                + (rules.isEmpty() ? "" : "\n" + rules(rules));
    }

    static String members(StackSpec spec) {
        Table table = Table.of("MEMBER", "NAMESPACE", "CHART", "NEEDS");
        for (Member member : spec.members()) {
            table.row(member.ref(), member.namespace().orElse("-"), chart(member), refs(member.parents()));
        }
        return table.render();
    }

    static String warnings(CaptureReport report) {
        return report.warnings().isEmpty() ? "" : "\n" + FindingText.list(report.warnings());
    }

    static String refs(List<MemberRef> refs) {
        return refs.isEmpty() ? "-" : refs.stream().map(MemberRef::toString).collect(Collectors.joining(", "));
    }

    private static String parameters(List<Parameter> parameters) {
        Table table = Table.of("PARAMETER", "TYPE", "REQUIRED", "DEFAULT", "CHOICES", "DESCRIPTION");
        for (Parameter parameter : parameters) {
            table.row(
                    parameter.name(),
                    parameter.type().label(),
                    parameter.required() ? "yes" : "no",
                    parameter.defaultValue().map(ParameterValue::toString).orElse("-"),
                    parameter.enumValues().isEmpty() ? "-" : String.join("|", parameter.enumValues()),
                    parameter.description().orElse("-"));
        }
        return table.render();
    }

    private static String rules(List<ParameterRule> rules) {
        Table table = Table.of("RULE", "BETWEEN", "MESSAGE");
        for (ParameterRule rule : rules) {
            table.row(rule.name(), String.join(", ", rule.parameters()), rule.message());
        }
        return table.render();
    }

    private static String migration(BindingMigration migration) {
        Table table = Table.of("STEP", "FROM", "TO");
        for (MigrationStep step : migration.steps()) {
            String from = String.join(", ", step.sources());
            table.row(MigrationFields.kind(step), from.isEmpty() ? "-" : from, String.join(", ", step.targets()));
        }
        return table.render();
    }

    private static String chart(Member member) {
        return member instanceof Addon addon ? addon.chartName() + " " + addon.chartVersion() : "-";
    }

    private static String origin(ProfileVersion version) {
        String source = version.provenance()
                .stack()
                .map(stack ->
                        " of " + stack + " on " + version.provenance().cluster().orElse("an unnamed cluster"))
                .orElse("");
        return ProfileText.word(version.provenance().origin()) + source + ", "
                + ProfileText.time(version.provenance().createdAt()) + " by "
                + version.provenance().createdBy();
    }
}

package io.stackprofile.samples.cli.print;

import io.stackprofile.instantiation.Adoption;
import io.stackprofile.instantiation.DriftReport;
import io.stackprofile.instantiation.MemberDrift;
import io.stackprofile.instantiation.PathDrift;

/** Shows where a target differs from an instance. */
public final class DriftText {

    private DriftText() {}

    /** Each member, then each place that differs, with who changed it where the cluster knows. */
    public static String report(DriftReport report) {
        StringBuilder text = new StringBuilder(new Fields()
                .add("instance", report.instantiationId())
                .add("stack", report.stack() + " on " + report.cluster())
                .add("version", "v" + report.version())
                .render());
        if (report.targetGone()) {
            return text.append("\nThe stack is not on the target any more.\n").toString();
        }
        return text.append('\n').append(differences(report)).toString();
    }

    /** The instance, what was read from the stack, and where the stack differs. */
    public static String adoption(Adoption adoption) {
        return InstanceText.instance(adoption.instantiation())
                + (adoption.inferred().isEmpty()
                        ? ""
                        : "\nRead from the stack: " + Table.printable(String.join(", ", adoption.inferred())) + "\n")
                + "\n" + differences(adoption.drift());
    }

    private static String differences(DriftReport report) {
        Table members = Table.of("MEMBER", "STATE");
        report.members().forEach(member -> members.row(member.ref(), ProfileText.word(member.state())));
        report.others().forEach(other -> members.row(other, "not of the version"));
        Table places = Table.of("MEMBER", "PATH", "CHANGE", "VERSION", "TARGET", "BY", "WHEN");
        report.members().forEach(member -> member.paths().forEach(path -> place(places, member, path)));
        boolean anywhere =
                report.members().stream().anyMatch(member -> !member.paths().isEmpty());
        return members.render()
                + (anywhere ? "\n" + places.render() : "")
                + "\n"
                + (report.asDeployed() ? "The target is as the version gives it.\n" : "The target differs.\n");
    }

    private static void place(Table places, MemberDrift member, PathDrift path) {
        places.row(
                path.document() == 0 ? member.ref() : member.ref() + "#" + (path.document() + 1),
                path.path(),
                ProfileText.word(path.change()),
                ConflictText.side(path.expected()),
                ConflictText.side(path.actual()),
                path.manager().orElse("-"),
                path.changedAt().map(ProfileText::time).orElse("-"));
    }
}

package io.stackprofile.samples.cli.print;

import io.stackprofile.diff.MemberDiff;
import io.stackprofile.diff.ParameterDiff;
import io.stackprofile.diff.RuleDiff;
import io.stackprofile.diff.SecretDiff;
import io.stackprofile.diff.ValueChange;
import io.stackprofile.diff.VersionDiff;
import java.util.List;
import java.util.stream.Collectors;

/** Shows what differs between two versions: parameters, members and edges, values, then the texts. */
public final class DiffText {

    private DiffText() {}

    /** The whole difference. */
    public static String show(VersionDiff diff) {
        List<SecretDiff> changed = diff.secrets().stream()
                .filter(secret -> secret.state() == SecretDiff.State.CHANGED)
                .toList();
        if (diff.identical()) {
            String same = diff.fromLabel() + " and " + diff.toLabel() + " have the same content.\n";
            return changed.isEmpty() ? same : same + secrets(changed);
        }
        StringBuilder text = new StringBuilder();
        text.append("Impact: ").append(ProfileText.word(diff.impact())).append("\n\n");
        if (!diff.fields().isEmpty()) {
            text.append(fields(diff.fields())).append('\n');
        }
        if (!diff.parameters().isEmpty()) {
            text.append(parameters(diff.parameters())).append('\n');
        }
        if (!changed.isEmpty()) {
            text.append(secrets(changed)).append('\n');
        }
        if (!diff.rules().isEmpty()) {
            text.append(rules(diff.rules())).append('\n');
        }
        if (!diff.members().isEmpty()) {
            text.append(members(diff.members())).append('\n').append(values(diff.members()));
        }
        return text.append(diff.unified()).toString();
    }

    private static String fields(List<ValueChange> fields) {
        Table table = Table.of("FIELD", "BEFORE", "AFTER");
        for (ValueChange field : fields) {
            table.row(
                    field.path(),
                    shown(field.before().orElse("-")),
                    shown(field.after().orElse("-")));
        }
        return table.render();
    }

    private static String parameters(List<ParameterDiff> parameters) {
        Table table = Table.of("PARAMETER", "CHANGE", "IMPACT", "FIELDS");
        for (ParameterDiff parameter : parameters) {
            table.row(
                    parameter.name(),
                    ProfileText.word(parameter.change()),
                    ProfileText.word(parameter.impact()),
                    changes(parameter.fields()));
        }
        return table.render();
    }

    private static String secrets(List<SecretDiff> secrets) {
        Table table = Table.of("SECRET", "VALUE");
        secrets.forEach(secret -> table.row(secret.name(), ProfileText.word(secret.state())));
        return table.render();
    }

    private static String rules(List<RuleDiff> rules) {
        Table table = Table.of("RULE", "CHANGE", "IMPACT", "FIELDS");
        for (RuleDiff rule : rules) {
            table.row(
                    rule.name(),
                    ProfileText.word(rule.change()),
                    ProfileText.word(rule.impact()),
                    changes(rule.fields()));
        }
        return table.render();
    }

    private static String members(List<MemberDiff> members) {
        Table table = Table.of("MEMBER", "CHANGE", "IMPACT", "FIELDS", "EDGES ADDED", "EDGES REMOVED", "VALUES");
        for (MemberDiff member : members) {
            table.row(
                    member.ref(),
                    member.renamedFrom()
                            .map(earlier -> "renamed from " + earlier)
                            .orElse(ProfileText.word(member.change())),
                    ProfileText.word(member.impact()),
                    changes(member.fields()),
                    VersionText.refs(member.addedParents()),
                    VersionText.refs(member.removedParents()),
                    member.values().isEmpty() ? "-" : member.values().size());
        }
        return table.render();
    }

    private static String values(List<MemberDiff> members) {
        Table table = Table.of("MEMBER", "PATH", "BEFORE", "AFTER", "IMPACT", "RULE");
        boolean any = false;
        for (MemberDiff member : members) {
            for (ValueChange value : member.values()) {
                table.row(
                        member.ref(),
                        value.path(),
                        shown(value.before().orElse("-")),
                        shown(value.after().orElse("-")),
                        ProfileText.word(value.impact()),
                        value.verdict().rule());
                any = true;
            }
        }
        return any ? table.render() + "\n" : "";
    }

    private static String changes(List<ValueChange> fields) {
        if (fields.isEmpty()) {
            return "-";
        }
        return fields.stream()
                .map(field -> field.path() + ": " + shown(field.before().orElse("(none)")) + " -> "
                        + shown(field.after().orElse("(none)")))
                .collect(Collectors.joining(", "));
    }

    /** Long values are cut: the unified text below has them whole. */
    private static String shown(String value) {
        int end = Math.min(value.length(), 60);
        return end == value.length() ? value : value.substring(0, end) + "...";
    }
}

package io.stackprofile.core.internal.render;

import io.stackprofile.diff.Change;
import io.stackprofile.diff.Impact;
import io.stackprofile.diff.MemberDiff;
import io.stackprofile.diff.ParameterDiff;
import io.stackprofile.diff.RuleDiff;
import io.stackprofile.diff.SecretDiff;
import io.stackprofile.diff.ValueChange;
import io.stackprofile.diff.VersionDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A diff's changes as rows, in its order: the parameter contract, then members and edges, then paths. */
final class DiffRows {

    private DiffRows() {}

    /** The version's own fields, its parameters and rules. */
    static List<ChangeRow> contract(VersionDiff diff) {
        List<ChangeRow> rows = new ArrayList<>();
        diff.fields().forEach(field -> add(rows, "", field));
        for (ParameterDiff parameter : diff.parameters()) {
            String what = "parameter " + parameter.name();
            parameter.verdict().ifPresent(verdict -> rows.add(ChangeRow.of(what, parameter.change(), verdict)));
            parameter.fields().forEach(field -> add(rows, what + " ", field));
        }
        for (RuleDiff rule : diff.rules()) {
            String what = "rule " + rule.name();
            rule.verdict().ifPresent(verdict -> rows.add(ChangeRow.of(what, rule.change(), verdict)));
            rule.fields().forEach(field -> add(rows, what + " ", field));
        }
        return rows;
    }

    /** A member's own changes, its edges, then its values. Fields of a member that came or went stand in its text. */
    static List<ChangeRow> member(MemberDiff member) {
        List<ChangeRow> rows = new ArrayList<>();
        member.verdicts().stream()
                .filter(verdict -> !verdict.rule().startsWith("edge-"))
                .forEach(verdict -> rows.add(ChangeRow.of("member", member.change(), verdict)));
        member.addedParents().forEach(parent -> edge(rows, member, "edge to " + parent, Change.ADDED));
        member.removedParents().forEach(parent -> edge(rows, member, "edge to " + parent, Change.REMOVED));
        if (member.change() == Change.CHANGED) {
            member.fields().forEach(field -> add(rows, "", field));
        }
        member.values().forEach(value -> add(rows, "", value));
        return rows;
    }

    /** The secrets whose captured value is another one. */
    static List<String> changedSecrets(VersionDiff diff) {
        return diff.secrets().stream()
                .filter(secret -> secret.state() == SecretDiff.State.CHANGED)
                .map(SecretDiff::name)
                .toList();
    }

    /** How many changes have an impact. */
    static long count(VersionDiff diff, Impact impact) {
        return Stream.concat(
                        contract(diff).stream(), diff.members().stream().flatMap(member -> member(member).stream()))
                .filter(row -> row.verdict().impact() == impact)
                .count();
    }

    /** {@code 1 breaking, 4 compatible, 2 cosmetic}. */
    static String counts(VersionDiff diff) {
        return Stream.of(Impact.BREAKING, Impact.COMPATIBLE, Impact.COSMETIC)
                .map(impact -> count(diff, impact) + " " + word(impact))
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    /** What became of a member, in words. */
    static String summary(MemberDiff member) {
        String change = word(member.change());
        return member.renamedFrom().map(earlier -> "renamed from " + earlier).orElse(change)
                + member.chartBump()
                        .map(bump -> ", chart " + word(bump).replace('_', '-'))
                        .orElse("");
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static void edge(List<ChangeRow> rows, MemberDiff member, String what, Change change) {
        String rule = change == Change.ADDED ? "edge-added" : "edge-removed";
        member.verdicts().stream()
                .filter(verdict -> verdict.rule().equals(rule))
                .forEach(verdict -> rows.add(ChangeRow.of(what, change, verdict)));
    }

    private static void add(List<ChangeRow> rows, String prefix, ValueChange value) {
        rows.add(ChangeRow.of(prefix, value));
        value.embedded().forEach(inside -> add(rows, prefix + value.path() + " > ", inside));
    }
}

package io.stackprofile.samples.cli.print;

import io.stackprofile.InstantiationId;
import io.stackprofile.Page;
import io.stackprofile.instantiation.CommitResult;
import io.stackprofile.instantiation.Instantiation;
import io.stackprofile.instantiation.KeptDraft;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.instantiation.MemberPlan;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.instantiation.StackReview;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.parameter.SecretRef;
import io.stackprofile.stack.MemberRef;
import java.util.List;
import java.util.stream.Collectors;

/** Shows stack drafts and instances. */
public final class InstanceText {

    private InstanceText() {}

    /** A stack draft, without the members' texts. */
    public static String draft(StackDraft draft) {
        return header(draft).render() + "\n" + VersionText.members(draft.spec()) + bindings(draft.bindings());
    }

    /** What committing would do, and the texts that would change. */
    public static String review(StackReview review) {
        StringBuilder text = new StringBuilder(header(review.draft())
                .add("target", review.targetMoved() ? "changed since the draft was made" : "as it was")
                .render());
        text.append('\n').append(plan(review.plan())).append('\n').append(waves(review.waves()));
        if (!review.findings().isEmpty()) {
            text.append('\n').append(FindingText.list(review.findings()));
        }
        for (MemberPlan member : review.plan()) {
            member.unified().ifPresent(diff -> text.append('\n').append(diff));
        }
        return text.toString();
    }

    static String plan(List<MemberPlan> members) {
        Table table = Table.of("MEMBER", "EFFECT", "NOTE");
        members.forEach(member -> table.row(
                member.ref(),
                ProfileText.word(member.effect()),
                member.predicted().map(InstanceText::foretold).orElse("-")));
        return table.render();
    }

    /** What a commit is expected to report, where it is not what the plan says anyway. */
    private static String foretold(MemberOutcome outcome) {
        boolean odd = outcome.status() == MemberOutcome.Status.FAILED
                || outcome.status() == MemberOutcome.Status.SKIPPED
                || outcome.status() == MemberOutcome.Status.KEPT;
        return odd ? "would be " + ProfileText.word(outcome.status()) + ": " + note(outcome) : note(outcome);
    }

    private static String note(MemberOutcome outcome) {
        String fields = outcome.conflicts().stream()
                .map(conflict -> conflict.field() + " is " + conflict.manager() + "'s")
                .collect(Collectors.joining(", "));
        String message = outcome.message().orElse(fields.isEmpty() ? "-" : "");
        return (message + " " + fields).strip();
    }

    /** What committing did. */
    public static String commit(CommitResult result) {
        Table members = Table.of("MEMBER", "OUTCOME", "NOTE");
        for (MemberOutcome member : result.members()) {
            members.row(member.ref(), ProfileText.word(member.status()), note(member));
        }
        return instance(result.instantiation()) + (result.members().isEmpty() ? "" : "\n" + members.render());
    }

    /** One instance. */
    public static String instance(Instantiation instance) {
        return new Fields()
                .add("instance", instance.id())
                .add("stack", instance.stack() + " on " + instance.cluster())
                .add("version", "v" + instance.version())
                .add("status", ProfileText.word(instance.status()))
                .render();
    }

    /** The stack drafts that a cluster keeps. */
    public static String drafts(List<KeptDraft> drafts) {
        if (drafts.isEmpty()) {
            return "The cluster keeps no stack drafts.\n";
        }
        Table table = Table.of("DRAFT", "STACK", "INSTANCE");
        drafts.forEach(draft -> table.row(
                draft.id(),
                draft.stack(),
                draft.instantiation().map(InstantiationId::toString).orElse("-")));
        return table.render();
    }

    /** A listing, one instance a line. */
    public static String list(Page<Instantiation> page, String none) {
        if (page.items().isEmpty()) {
            return none + "\n";
        }
        Table table = Table.of(
                "INSTANCE", "STACK", "CLUSTER", "VERSION", "STATUS", "OUTDATED", "BEHIND", "DEPRECATED", "CHANGED");
        for (Instantiation instance : page.items()) {
            table.row(
                    instance.id(),
                    instance.stack(),
                    instance.cluster(),
                    "v" + instance.version(),
                    ProfileText.word(instance.status()),
                    instance.outdated() ? "yes" : "no",
                    instance.behind(),
                    instance.deprecated() ? "yes" : "no",
                    ProfileText.time(instance.updatedAt()));
        }
        return table.render();
    }

    private static Fields header(StackDraft draft) {
        return new Fields()
                .add("draft", draft.id())
                .add("profile", draft.profileName() + " v" + draft.version())
                .add("stack", draft.stack() + " on " + draft.cluster())
                .add("created", ProfileText.time(draft.createdAt()) + " by " + draft.createdBy());
    }

    private static String bindings(List<Binding> bindings) {
        if (bindings.isEmpty()) {
            return "";
        }
        Table table = Table.of("PARAMETER", "VALUE", "FROM");
        for (Binding binding : bindings) {
            String reference = binding.secretRef().map(SecretRef::toString).orElse("");
            table.row(
                    binding.parameter(),
                    binding.value().map(ParameterValue::toString).orElse(reference),
                    ProfileText.word(binding.source()));
        }
        return "\n" + table.render();
    }

    private static String waves(List<List<MemberRef>> waves) {
        Table table = Table.of("WAVE", "MEMBERS");
        for (int wave = 0; wave < waves.size(); wave++) {
            table.row(wave + 1, VersionText.refs(waves.get(wave)));
        }
        return table.render();
    }
}

package io.stackprofile.core.internal.standing;

import io.stackprofile.core.internal.redact.RedactedStack;
import io.stackprofile.core.internal.redact.RedactionContext;
import io.stackprofile.core.internal.redact.Redactor;
import io.stackprofile.core.internal.redact.sweep.SecretLedger;
import io.stackprofile.core.internal.redact.sweep.Sweep;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import java.util.List;
import java.util.Optional;

/** Takes secrets out of a target's description and of its members' fields, such as a repository's address. */
final class SecretFields {

    private final StackSpec base;
    private final StackSpec theirs;
    private final Redactor redactor;
    private final Sweep sweep;

    SecretFields(StackSpec base, StackSpec theirs, Redactor redactor, Sweep sweep) {
        this.base = base;
        this.theirs = theirs;
        this.redactor = redactor;
        this.sweep = sweep;
    }

    /** The side with a version's fields where its own hold a secret; {@code edits} tells those that no version has. */
    StackSpec clean(StackSpec ours, List<SecretEdit> edits) {
        StackSpec fields = StackSpec.of(
                ours.description(),
                ours.members().stream()
                        .filter(member -> member instanceof Addon && !isKnown(member))
                        .map(SecretFields::bare)
                        .toList());
        if (fields.members().isEmpty() && ours.description().equals(base.description())) {
            return ours;
        }
        RedactedStack redacted = redactor.redact(fields, List.of(), RedactionContext.none());
        try (SecretLedger ledger = redacted.ledger()) {
            StackSpec masked = redacted.spec();
            Optional<String> description = masked.description().equals(ours.description())
                            && isClean(ours.description().orElse(""))
                    ? ours.description()
                    : base.description();
            return StackSpec.of(
                    description,
                    ours.members().stream()
                            .map(member -> cleaned(member, masked, edits))
                            .toList());
        }
    }

    private Member cleaned(Member member, StackSpec masked, List<SecretEdit> edits) {
        Optional<Member> shown = masked.find(member.ref());
        if (shown.isEmpty()
                || (shown.get().equals(bare(member)) && isClean(bare(member).toString()))) {
            return member;
        }
        Optional<Member> version = base.find(member.ref()).or(() -> theirs.find(member.ref()));
        if (version.filter(known -> bare(known).equals(shown.get().withParents(known.parents())))
                .isEmpty()) {
            edits.add(new SecretEdit(member.ref(), 0, Optional.empty()));
        }
        Member fields = version.orElseGet(shown::get);
        return (member.text().isPresent() ? fields.withText(member.text().get()) : bare(fields))
                .withParents(member.parents());
    }

    private boolean isClean(String text) {
        return sweep.find(text).isEmpty();
    }

    private boolean isKnown(Member member) {
        return base.find(member.ref())
                .filter(known -> bare(known).equals(bare(member)))
                .isPresent();
    }

    /** The fields alone. */
    private static Member bare(Member member) {
        return member instanceof Addon addon
                ? Addon.builder()
                        .name(addon.name())
                        .chartName(addon.chartName())
                        .chartVersion(addon.chartVersion())
                        .repositoryUrl(addon.repositoryUrl())
                        .registryName(addon.registryName())
                        .namespace(addon.namespace())
                        .addAllParents(addon.parents())
                        .build()
                : member;
    }
}

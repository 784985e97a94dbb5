package io.stackprofile.core.internal.parameterise;

import io.stackprofile.Limits;
import io.stackprofile.capture.Redaction;
import io.stackprofile.core.internal.redact.ReportEntries;
import io.stackprofile.core.internal.template.FieldSlot;
import io.stackprofile.core.internal.template.Slot;
import io.stackprofile.core.internal.template.Template;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.stack.Member;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Renames a parameter. Everything that names one is listed in {@link #apply}. */
final class Renaming {

    private static final String WORD = "parameters.";

    private final String from;
    private final String to;
    private final Limits limits;

    Renaming(String from, String to, Limits limits) {
        this.from = from;
        this.to = to;
        this.limits = limits;
    }

    Contents apply(Contents contents) {
        Parameter parameter = contents.parameter(from);
        if (from.equals(to)) {
            return contents;
        }
        Map<String, Parameter> known = contents.byName();
        if (known.containsKey(to)) {
            throw Refusal.of(
                    "there is a parameter '" + to + "' already", "Choose another name, or inline one of the two.");
        }
        return new Contents(
                contents.spec().map(member -> member(member, known)),
                contents.replacing(from, Redefined.renamed(parameter, to)).stream()
                        .map(other -> Redefined.withSets(other, from, to))
                        .toList(),
                contents.rules().stream()
                        .map(rule -> RenamedRule.of(rule, from, to))
                        .toList(),
                redactions(contents.redactions()));
    }

    private Member member(Member member, Map<String, Parameter> known) {
        Member renamed = member.text()
                .map(text -> {
                    String changed = text(member, text, known);
                    return changed.equals(text) ? member : member.withText(changed);
                })
                .orElse(member);
        return FieldSlot.rename(renamed, from, to);
    }

    private String text(Member member, String text, Map<String, Parameter> known) {
        StringBuilder out = new StringBuilder(text.length());
        int copied = 0;
        for (Slot slot : Template.compile(member.ref(), Optional.empty(), text, known, limits)
                .slots()) {
            if (slot.parameter().equals(from)) {
                int name = text.indexOf(WORD, slot.start()) + WORD.length();
                out.append(text, copied, name).append(to);
                copied = name + from.length();
            }
        }
        return out.append(text, copied, text.length()).toString();
    }

    private List<Redaction> redactions(List<Redaction> redactions) {
        return redactions.stream()
                .map(entry -> entry.parameter().equals(Optional.of(from)) ? ReportEntries.renamed(entry, to) : entry)
                .toList();
    }
}

package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.capture.CaptureReport;
import io.stackprofile.capture.Cleaning;
import io.stackprofile.capture.Redaction;
import io.stackprofile.core.internal.edit.MemberEdits;
import io.stackprofile.core.internal.edit.MemberRenaming;
import io.stackprofile.core.internal.fingerprint.Fingerprints;
import io.stackprofile.core.internal.parameterise.Contents;
import io.stackprofile.core.internal.parameterise.ParameterEdits;
import io.stackprofile.core.internal.redact.RedactedStack;
import io.stackprofile.core.internal.redact.RedactionContext;
import io.stackprofile.core.internal.redact.Redactor;
import io.stackprofile.core.internal.redact.sweep.SecretLedger;
import io.stackprofile.core.internal.redact.sweep.Sweep;
import io.stackprofile.core.internal.validate.SpecChecks;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.error.NotFoundException;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterRule;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Applies edits to a draft and redacts what came in, before anything is stored. */
final class DraftEditing {

    private final EngineParts parts;
    private final Caller caller;

    DraftEditing(EngineParts parts, Caller caller) {
        this.parts = parts;
        this.caller = caller;
    }

    /**
     * The edited draft, stored by {@code store} while the plaintexts that were taken out are still in hand for its sweep.
     */
    ProfileDraft apply(
            DraftRecords.Marked marked,
            List<DraftEdit> edits,
            BiFunction<DraftRecords.Marked, Sweep, ProfileDraft> store) {
        ProfileDraft draft = marked.draft();
        Contents contents = new Contents(
                draft.spec(), draft.parameters(), draft.rules(), draft.report().redactions());
        FreshContent fresh = new FreshContent();
        for (DraftEdit edit : edits) {
            fresh.requireNotMoved(edit);
            Contents last = contents;
            contents = ParameterEdits.apply(edited(last, edit), edit, parts.limits());
            fresh.add(edit, last, contents);
        }
        StackSpec spec = contents.spec();
        List<Parameter> parameters = contents.parameters();
        SpecChecks.requireWithin(spec, parts.limits());
        SpecChecks.requireWithin(parameters, parts.limits());
        SpecChecks.requireRulesWithin(contents.rules(), parts.limits());
        Redactor redactor = parts.redactor(draft.redaction());
        new OutputGuard(redactor).requireCleanTexts(parameters, contents.rules());
        EarlierPlaces earlier = EarlierPlaces.of(draft, edits);
        RedactedStack redacted = redactor.knowing(caller.subject(), caller.organisation())
                .redact(spec, parameters, context(contents, earlier));
        try (SecretLedger ledger = redacted.ledger()) {
            Fingerprints fingerprints = parts.fingerprinting(caller.organisation())
                    .of(redacted.secrets(), carried(marked.fingerprints(), edits));
            return store.apply(
                    new DraftRecords.Marked(edited(draft, earlier, contents, redacted), fingerprints),
                    Sweep.of(ledger));
        }
    }

    private static RedactionContext context(Contents contents, EarlierPlaces earlier) {
        return RedactionContext.builder()
                .addAllEarlier(contents.redactions())
                .previous(earlier.spec())
                .build();
    }

    /** The codes of the draft's secrets under the names they have after the edits. */
    private static Fingerprints carried(Fingerprints before, List<DraftEdit> edits) {
        Fingerprints carried = before;
        for (DraftEdit edit : edits) {
            if (edit instanceof DraftEdit.RenameParameter rename) {
                carried = carried.renamed(rename.from(), rename.to());
            } else if (edit instanceof DraftEdit.RemoveParameter remove) {
                carried = carried.without(remove.name());
            }
        }
        return carried;
    }

    private Contents edited(Contents contents, DraftEdit edit) {
        Map<String, Parameter> parameters = new LinkedHashMap<>(SpecChecks.byName(contents.parameters()));
        parameters(parameters, edit);
        Map<String, ParameterRule> rules = RuleEdits.byName(contents.rules());
        RuleEdits.apply(rules, edit);
        return new Contents(
                MemberEdits.apply(contents.spec(), edit, parts.limits()),
                List.copyOf(parameters.values()),
                List.copyOf(rules.values()),
                edit instanceof DraftEdit.RenameMember rename
                        ? MemberRenaming.of(rename).redactions(contents.redactions())
                        : contents.redactions());
    }

    private static void parameters(Map<String, Parameter> parameters, DraftEdit edit) {
        if (edit instanceof DraftEdit.PutParameter put) {
            parameters.put(put.parameter().name(), put.parameter());
        } else if (edit instanceof DraftEdit.RemoveParameter remove) {
            if (parameters.remove(remove.name()) == null) {
                throw new NotFoundException(
                        "the draft has no parameter '" + remove.name() + "'", "Show the draft to see its parameters.");
            }
        } else if (edit instanceof DraftEdit.ReplaceAll all) {
            replaceAll(parameters, all.parameters());
        }
    }

    private static void replaceAll(Map<String, Parameter> parameters, List<Parameter> all) {
        parameters.clear();
        for (Parameter parameter : all) {
            if (parameters.put(parameter.name(), parameter) != null) {
                throw new InvalidContentException(
                        ErrorCode.INVALID_REQUEST,
                        "two parameters are called '" + parameter.name() + "'",
                        "Rename or remove one of them.",
                        Location.unknown());
            }
        }
    }

    private static ProfileDraft edited(
            ProfileDraft draft, EarlierPlaces earlier, Contents contents, RedactedStack redacted) {
        return ProfileDraft.builder()
                .id(draft.id())
                .revision(draft.revision())
                .name(draft.name())
                .profile(draft.profile())
                .baseVersion(draft.baseVersion())
                .spec(redacted.spec())
                .addAllParameters(redacted.parameters())
                .addAllRules(contents.rules())
                .report(report(earlier.cleanings(), contents.redactions(), redacted))
                .redaction(redacted.policy())
                .createdAt(draft.createdAt())
                .createdBy(draft.createdBy())
                .updatedAt(draft.updatedAt())
                .updatedBy(draft.updatedBy())
                .build();
    }

    /** Earlier entries of members that are still there, then the new ones; what is allowed is what is so now. */
    static CaptureReport report(List<Cleaning> cleanings, List<Redaction> before, RedactedStack redacted) {
        Set<MemberRef> refs =
                redacted.spec().members().stream().map(member -> member.ref()).collect(Collectors.toSet());
        List<Redaction> redactions = new ArrayList<>(before.stream()
                .filter(entry -> entry.action() != Redaction.Action.ALLOWED)
                .filter(entry -> entry.location().member().map(refs::contains).orElse(true))
                .toList());
        redacted.redactions().stream()
                .filter(entry -> !redactions.contains(entry))
                .forEach(redactions::add);
        return CaptureReport.builder()
                .addAllRedactions(redactions)
                .addAllCleanings(cleanings.stream()
                        .filter(entry ->
                                entry.location().member().map(refs::contains).orElse(true))
                        .toList())
                .addAllWarnings(redacted.warnings())
                .build();
    }
}

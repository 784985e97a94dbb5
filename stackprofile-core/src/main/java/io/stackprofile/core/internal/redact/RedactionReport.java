package io.stackprofile.core.internal.redact;

import io.stackprofile.capture.Redaction;
import io.stackprofile.capture.Redaction.Action;
import io.stackprofile.core.internal.redact.policy.ScanPolicy;
import io.stackprofile.core.internal.redact.rule.Hit;
import io.stackprofile.core.internal.redact.scan.MemberScan;
import io.stackprofile.core.internal.redact.scan.Overruled;
import io.stackprofile.core.internal.redact.scan.Sighting;
import io.stackprofile.core.internal.redact.sweep.Sweep;
import io.stackprofile.error.Location;
import io.stackprofile.stack.MemberRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what was found where, in the order of members and places, and nothing of the values. */
final class RedactionReport {

    private record Entry(int offset, Redaction redaction) {}

    private final StackScan scan;
    private final RedactionContext context;
    private final Sweep sweep;
    private final TextMask mask;
    private final Map<MemberRef, SafeLines> lines = new HashMap<>();

    RedactionReport(StackScan scan, RedactionContext context) {
        this.scan = scan;
        this.context = context;
        // A key may be the secret, and so may what a caller gives as a reason.
        this.sweep = Sweep.of(scan.ledger());
        this.mask = new TextMask(scan.knowledge(), sweep);
    }

    /** What was found, when nothing was done about it. */
    List<Redaction> findings() {
        List<Redaction> all = new ArrayList<>();
        scan.members().forEach((ref, member) -> all.addAll(sorted(taken(ref, member, Map.of(), Map.of()))));
        all.addAll(defaults());
        return reported(all);
    }

    /** The same, and what the caller allows. */
    List<Redaction> inspection() {
        return reported(entries(Map.of()));
    }

    /** What was found and replaced by the parameters of {@code names}, and what the caller allows. */
    List<Redaction> entries(Map<Sighting, String> names) {
        Map<Sighting, Redaction.Span> spans = names.isEmpty() ? Map.of() : Replacement.spans(scan.sightings(), names);
        List<Redaction> all = new ArrayList<>();
        scan.members().forEach((ref, member) -> {
            List<Entry> entries = taken(ref, member, names, spans);
            entries.addAll(allowed(ref, member));
            all.addAll(sorted(entries));
        });
        all.addAll(defaults());
        scan.defaults().allowed().forEach((name, found) -> {
            if (found.stands()) {
                String reason = found.allow().sentence();
                all.add(entry(found.hit(), reason, parameter(name), Action.ALLOWED)
                        .build());
            }
        });
        return all;
    }

    /** Where a find stood, with what is secret in its keys masked. */
    Location location(Sighting sighting) {
        return location(sighting.member(), sighting.document())
                .path(sweep.mask(sighting.place().pointer()))
                .line(lines(sighting.member()).line(sighting.scalar()))
                .build();
    }

    private SafeLines lines(MemberRef ref) {
        return lines.computeIfAbsent(ref, r -> SafeLines.of(scan.member(r)));
    }

    /** Where a parameter's default stands. */
    static Location parameter(String name) {
        return Location.builder().path("/parameters/" + name).build();
    }

    private List<Entry> taken(
            MemberRef ref, MemberScan member, Map<Sighting, String> names, Map<Sighting, Redaction.Span> spans) {
        List<Entry> entries = new ArrayList<>();
        for (Sighting sighting : member.sightings()) {
            Hit hit = sighting.hit();
            Action action = sighting.inKey() ? Action.MASKED : Action.PARAMETERISED;
            entries.add(new Entry(
                    offset(sighting),
                    entry(hit, hit.reason(), location(sighting), action)
                            .parameter(Optional.ofNullable(names.get(sighting)))
                            .span(Optional.ofNullable(spans.get(sighting)))
                            .build()));
        }
        for (MemberScan.CommentHit comment : member.comments()) {
            entries.add(comment(ref, comment, comment.hit().reason(), Action.MASKED));
        }
        return entries;
    }

    private List<Entry> allowed(MemberRef ref, MemberScan member) {
        List<Entry> entries = new ArrayList<>();
        for (Overruled.InScalar found : member.overruled().scalars()) {
            if (found.stands()) {
                Sighting sighting = found.sighting();
                String reason = found.allow().sentence();
                entries.add(new Entry(
                        offset(sighting),
                        entry(sighting.hit(), reason, location(sighting), Action.ALLOWED)
                                .build()));
            }
        }
        for (Overruled.InComment found : member.overruled().comments()) {
            entries.add(comment(ref, found.comment(), found.allow().sentence(), Action.ALLOWED));
        }
        return entries;
    }

    private Entry comment(MemberRef ref, MemberScan.CommentHit comment, String reason, Action action) {
        Location location = location(ref, comment.document())
                .line(lines(ref).line(comment.span().start()))
                .build();
        return new Entry(
                comment.span().start(),
                entry(comment.hit(), reason, location, action).build());
    }

    private List<Redaction> defaults() {
        List<Redaction> all = new ArrayList<>();
        scan.parameterHits()
                .forEach((name, hit) -> all.add(entry(hit, hit.reason(), parameter(name), Action.PARAMETERISED)
                        .parameter(name)
                        .build()));
        return all;
    }

    private Redaction.Builder entry(Hit hit, String reason, Location location, Action action) {
        boolean theirs = action == Action.ALLOWED || hit.rule().equals(ScanPolicy.DENY);
        Redaction.Builder builder = Redaction.builder();
        builder.rule(hit.rule())
                .location(location)
                .reason(theirs ? mask.apply(reason) : reason)
                .addAllDecoded(hit.chain())
                .confidence(hit.confidence())
                .action(action)
                .sweepExempt(action != Action.ALLOWED && !scan.searched(hit.secret()));
        return builder;
    }

    private static List<Redaction> reported(List<Redaction> entries) {
        return entries.stream()
                .map(entry -> entry.action() == Action.ALLOWED ? entry : reported(entry))
                .toList();
    }

    private static Redaction reported(Redaction entry) {
        return Redaction.builder()
                .rule(entry.rule())
                .location(entry.location())
                .reason(entry.reason())
                .addAllDecoded(entry.decoded())
                .confidence(entry.confidence())
                .action(Action.REPORTED)
                .sweepExempt(entry.sweepExempt())
                .build();
    }

    private static int offset(Sighting sighting) {
        return sighting.scalar().span().start() + sighting.hit().from();
    }

    private static List<Redaction> sorted(List<Entry> entries) {
        entries.sort(Comparator.comparingInt(Entry::offset));
        return entries.stream().map(Entry::redaction).toList();
    }

    private Location.Builder location(MemberRef ref, int document) {
        Location.Builder builder = Location.builder();
        builder.member(ref).file(Optional.ofNullable(context.files().get(ref))).document(document);
        return builder;
    }
}

package io.stackprofile.core.internal.redact;

import io.stackprofile.capture.Redaction;
import io.stackprofile.capture.Redaction.Action;
import io.stackprofile.core.internal.redact.rule.Hit;
import io.stackprofile.core.internal.redact.scan.MemberScan;
import io.stackprofile.core.internal.redact.scan.Sighting;
import io.stackprofile.core.internal.redact.sweep.Sweep;
import io.stackprofile.error.Location;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.yaml.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what was found where, in the order of members and places, and nothing of the values. */
final class RedactionReport {

    private record Entry(int offset, Redaction redaction) {}

    private final StackScan scan;
    private final RedactionContext context;
    private final Sweep sweep;

    RedactionReport(StackScan scan, RedactionContext context) {
        this.scan = scan;
        this.context = context;
        // A key may be the secret.
        this.sweep = Sweep.of(scan.ledger());
    }

    /** What was found, when nothing was done about it. */
    List<Redaction> findings() {
        return entries(Map.of());
    }

    /** What was found and replaced by the parameters of {@code names}. */
    List<Redaction> entries(Map<Sighting, String> names) {
        List<Redaction> all = new ArrayList<>();
        scan.members().forEach((ref, member) -> all.addAll(member(ref, member, names)));
        scan.parameterHits()
                .forEach((name, hit) -> all.add(entry(
                        hit,
                        Location.builder().path("/parameters/" + name).build(),
                        Action.PARAMETERISED,
                        Optional.of(name))));
        return all;
    }

    private List<Redaction> member(MemberRef ref, MemberScan member, Map<Sighting, String> names) {
        List<Entry> entries = new ArrayList<>();
        for (Sighting sighting : member.sightings()) {
            Location location = location(ref, sighting.document())
                    .path(sweep.mask(sighting.place().pointer()))
                    .line(sighting.scalar().line())
                    .column(sighting.scalar().column())
                    .build();
            Optional<String> name = Optional.ofNullable(names.get(sighting));
            Action action = sighting.inKey() ? Action.MASKED : Action.PARAMETERISED;
            int offset = sighting.scalar().span().start() + sighting.hit().from();
            entries.add(new Entry(offset, entry(sighting.hit(), location, action, name)));
        }
        String text = member.file().text();
        for (MemberScan.CommentHit comment : member.comments()) {
            Location location = location(ref, comment.document())
                    .line(line(text, comment.span()))
                    .build();
            entries.add(
                    new Entry(comment.span().start(), entry(comment.hit(), location, Action.MASKED, Optional.empty())));
        }
        entries.sort(Comparator.comparingInt(Entry::offset));
        return entries.stream().map(Entry::redaction).toList();
    }

    private Redaction entry(Hit hit, Location location, Action action, Optional<String> parameter) {
        return Redaction.builder()
                .rule(hit.rule())
                .location(location)
                .reason(hit.reason())
                .confidence(hit.confidence())
                .action(action)
                .parameter(parameter)
                .sweepExempt(!scan.searched(hit.secret()))
                .build();
    }

    private Location.Builder location(MemberRef ref, int document) {
        return Location.builder()
                .member(ref)
                .file(Optional.ofNullable(context.files().get(ref)))
                .document(document);
    }

    private static int line(String text, Span span) {
        return 1
                + (int) text.substring(0, span.start())
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }
}

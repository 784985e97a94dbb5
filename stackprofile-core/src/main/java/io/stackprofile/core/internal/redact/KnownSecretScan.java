package io.stackprofile.core.internal.redact;

import io.stackprofile.capture.Redaction.Confidence;
import io.stackprofile.core.internal.redact.rule.Filter;
import io.stackprofile.core.internal.redact.rule.Hit;
import io.stackprofile.core.internal.redact.scan.MemberScan;
import io.stackprofile.core.internal.redact.scan.Place;
import io.stackprofile.core.internal.redact.scan.Sighting;
import io.stackprofile.core.internal.redact.scan.StructureScan;
import io.stackprofile.core.internal.redact.sweep.EncodedForms;
import io.stackprofile.core.internal.redact.sweep.SecretLedger;
import io.stackprofile.core.internal.redact.sweep.Sweep;
import io.stackprofile.core.internal.redact.text.UrlPasswords;
import io.stackprofile.core.internal.redact.value.Tokens;
import io.stackprofile.core.internal.redact.value.ValueShape;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.yaml.Span;
import io.stackprofile.yaml.YamlComment;
import io.stackprofile.yaml.YamlDocument;
import io.stackprofile.yaml.YamlScalar;
import io.stackprofile.yaml.YamlWalk;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pass two: searches every key, value and comment for the secrets that pass one found elsewhere, in any encoding. */
final class KnownSecretScan {

    private static final String RULE = "known-secret";
    private static final String REASON = "The same value was found as a secret elsewhere.";
    private static final int ROUNDS = 4;

    private final Map<MemberRef, MemberScan> members;
    private final SecretLedger ledger;

    KnownSecretScan(Map<MemberRef, MemberScan> members, SecretLedger ledger) {
        this.members = members;
        this.ledger = ledger;
    }

    /** Adds what is found to the members' scans. What was met encoded is a secret of its own, so it searches again. */
    void extend() {
        for (int round = 0; round < ROUNDS; round++) {
            int before = ledger.entries().size();
            Sweep sweep = Sweep.of(ledger);
            members.replaceAll((ref, scan) ->
                    sweep.find(scan.file().text()).isEmpty() ? scan : new Extension(ref, scan, sweep).extend());
            if (ledger.entries().size() == before) {
                return;
            }
        }
    }

    private final class Extension {

        private final MemberRef ref;
        private final MemberScan scan;
        private final Sweep sweep;
        private final Map<YamlScalar, List<Hit>> taken = new HashMap<>();
        private final Map<YamlScalar, Place> places = new HashMap<>();
        private final List<Sighting> sightings;

        Extension(MemberRef ref, MemberScan scan, Sweep sweep) {
            this.ref = ref;
            this.scan = scan;
            this.sweep = sweep;
            this.sightings = new ArrayList<>(scan.sightings());
        }

        MemberScan extend() {
            scan.sightings()
                    .forEach(sighting -> taken.computeIfAbsent(sighting.scalar(), s -> new ArrayList<>())
                            .add(sighting.hit()));
            for (YamlDocument document : scan.file().documents()) {
                document.root().ifPresent(root -> StructureScan.walk(root, Place.root(), places::putIfAbsent));
                YamlWalk.keysAndScalars(document, (pointer, scalar) -> scalar(document.index(), scalar));
            }
            sightings.sort(Comparator.comparingInt(
                            (Sighting sighting) -> sighting.scalar().span().start())
                    .thenComparingInt(sighting -> sighting.hit().from()));
            return scan.with(sightings).withComments(comments());
        }

        private void scalar(int document, YamlScalar scalar) {
            String text = scalar.text();
            if (ValueShape.encrypted(text)) {
                return;
            }
            Place place = places.getOrDefault(scalar, Place.root().entry("key", null));
            for (Sweep.Match match : sweep.find(text)) {
                Hit hit = hit(text, match);
                List<Hit> others = taken.computeIfAbsent(scalar, s -> new ArrayList<>());
                boolean free = others.stream().noneMatch(hit::overlaps) && !Tokens.overlap(text, hit.from(), hit.to());
                if (free) {
                    others.add(hit);
                    sightings.add(new Sighting(ref, document, scalar, place, hit));
                }
            }
        }

        private List<MemberScan.CommentHit> comments() {
            List<MemberScan.CommentHit> comments = new ArrayList<>(scan.comments());
            for (YamlComment comment : scan.file().comments()) {
                int start = comment.span().start();
                for (Sweep.Match match : sweep.find(comment.text())) {
                    Span span = new Span(start + match.start(), start + match.end());
                    boolean free = comments.stream()
                            .noneMatch(other -> other.span().start() < span.end()
                                    && span.start() < other.span().end());
                    if (free) {
                        comments.add(new MemberScan.CommentHit(
                                MemberScan.documentAt(scan.file(), start), span, hit(comment.text(), match)));
                    }
                }
            }
            comments.sort(Comparator.comparingInt(comment -> comment.span().start()));
            return List.copyOf(comments);
        }
    }

    private Hit hit(String text, Sweep.Match match) {
        String secret = match.plaintext();
        int from = match.start();
        if (text.startsWith(secret, from)) {
            return known(from, from + secret.length(), secret, Filter.NONE);
        }
        String base64 = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
        if (text.startsWith(base64, from) && !isEncoded(text, from - 1) && !isEncoded(text, from + base64.length())) {
            return known(from, from + base64.length(), secret, Filter.BASE64);
        }
        String url = UrlPasswords.encode(secret);
        if (text.startsWith(url, from)) {
            return known(from, from + url.length(), secret, Filter.URLENCODE);
        }
        String json = EncodedForms.jsonEscaped(secret);
        int end = from + json.length();
        boolean quoted = from > 0 && text.charAt(from - 1) == '"' && end < text.length() && text.charAt(end) == '"';
        if (quoted && text.startsWith(json, from)) {
            return known(from, end, secret, Filter.JSONTEXT);
        }
        return encoded(text, match);
    }

    // No placeholder writes this encoding, so the encoded text becomes a secret of its own.
    private Hit encoded(String text, Sweep.Match match) {
        int from = match.start();
        int to = match.end();
        while (isEncoded(text, from - 1) && text.charAt(from - 1) != '=') {
            from--;
        }
        while (isEncoded(text, to)) {
            to++;
        }
        String own = text.substring(from, to);
        ledger.add(RULE, own);
        return known(from, to, own, Filter.NONE);
    }

    private static boolean isEncoded(String text, int at) {
        if (at < 0 || at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        return (c < 0x80 && Character.isLetterOrDigit(c)) || c == '+' || c == '/' || c == '=' || c == '_' || c == '-';
    }

    private static Hit known(int from, int to, String secret, Filter filter) {
        return new Hit(from, to, secret, filter, RULE, REASON, Confidence.HIGH, List.of());
    }
}

package io.stackprofile.core.internal.redact.scan;

import io.stackprofile.capture.Redaction.Confidence;
import io.stackprofile.core.internal.redact.policy.PlaceRule;
import io.stackprofile.core.internal.redact.policy.ScanPolicy;
import io.stackprofile.core.internal.redact.policy.Spot;
import io.stackprofile.core.internal.redact.rule.Filter;
import io.stackprofile.core.internal.redact.rule.Hit;
import io.stackprofile.core.internal.redact.rule.Hits;
import io.stackprofile.core.internal.redact.value.Tokens;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Judges scalars as a caller's policy says: what it denies, then what the library finds and it does not allow, then, when
 * it is strict, what only looks generated. For one member.
 */
final class PolicyJudge {

    private final ScanPolicy policy;
    private final ScalarJudge judge;
    private final MemberRef member;
    private final Overruled overruled;

    PolicyJudge(ScanPolicy policy, ScalarJudge judge, MemberRef member, Overruled overruled) {
        this.policy = policy;
        this.judge = judge;
        this.member = member;
        this.overruled = overruled;
    }

    /** What is secret in the scalar because the caller says so; what the place makes a secret anyway is found as that. */
    List<Hit> denied(YamlScalar scalar, Place place) {
        List<PlaceRule> denies = policy.denies(spot(place));
        if (denies.isEmpty()) {
            return List.of();
        }
        overruled.met(denies);
        boolean always = judge.judge(scalar, place).stream().anyMatch(hit -> ScanPolicy.isBeyondAllows(hit.rule()));
        return always ? List.of() : between(scalar, denies.get(0));
    }

    /** What is secret in the scalar by the library's knowledge. */
    List<Hit> judge(int document, YamlScalar scalar, Place place) {
        List<Hit> found = judge.judge(scalar, place);
        if (policy.strict()) {
            List<Hit> all = new ArrayList<>(found);
            Hits.addFree(all, UnknownValues.find(scalar, place));
            found = Hits.sorted(all);
        }
        return policy.allows().isEmpty() || found.isEmpty() ? found : notAllowed(document, scalar, place, found);
    }

    private List<Hit> notAllowed(int document, YamlScalar scalar, Place place, List<Hit> found) {
        Spot spot = spot(place);
        List<Hit> kept = new ArrayList<>();
        for (Hit hit : found) {
            boolean always = ScanPolicy.isBeyondAllows(hit.rule());
            List<PlaceRule> allows = policy.allows(spot, hit.rule());
            overruled.met(allows);
            if (!allows.isEmpty()) {
                overruled.add(new Sighting(member, document, scalar, place, hit), allows.get(0), !always);
            }
            if (always || allows.isEmpty()) {
                kept.add(hit);
            }
        }
        return kept;
    }

    private Spot spot(Place place) {
        KubeObject object = place.object();
        return Spot.of(member, Optional.ofNullable(object).map(KubeObject::kind), place.pointer());
    }

    // Placeholders that stand there already stay; everything between them goes.
    private static List<Hit> between(YamlScalar scalar, PlaceRule deny) {
        List<Hit> hits = new ArrayList<>();
        if (ScalarJudge.isBinary(scalar)) {
            String decoded = String.valueOf(scalar.value().tree());
            hits.add(hit(0, scalar.text().length(), decoded, deny));
            return hits;
        }
        String text = scalar.text();
        int from = 0;
        Matcher token = Tokens.parameters(text);
        while (token.find()) {
            trimmed(text, from, token.start(), deny).ifPresent(hits::add);
            from = token.end();
        }
        trimmed(text, from, text.length(), deny).ifPresent(hits::add);
        return hits;
    }

    private static Optional<Hit> trimmed(String text, int start, int end, PlaceRule deny) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return from == to ? Optional.empty() : Optional.of(hit(from, to, text.substring(from, to), deny));
    }

    private static Hit hit(int from, int to, String secret, PlaceRule deny) {
        return new Hit(from, to, secret, Filter.NONE, ScanPolicy.DENY, deny.sentence(), Confidence.HIGH, List.of());
    }
}

package io.stackprofile.core.internal.redact;

import io.stackprofile.capture.Redaction;
import io.stackprofile.core.internal.redact.rule.Filter;
import io.stackprofile.core.internal.redact.rule.Hit;
import io.stackprofile.core.internal.redact.scan.Sighting;
import io.stackprofile.yaml.ScalarStyle;
import io.stackprofile.yaml.YamlEditor;
import io.stackprofile.yaml.YamlScalar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The placeholder that takes a secret's place in its scalar.
 *
 * @param scalar the scalar
 * @param from where the replaced part of its text begins
 * @param to where it ends, exclusive
 * @param token the placeholder, as the scalar's text will have it
 * @param raw whether it takes the place of the whole scalar as it is written
 */
record Replacement(YamlScalar scalar, int from, int to, String token, boolean raw) {

    static Replacement of(Sighting sighting, String name) {
        Hit hit = sighting.hit();
        YamlScalar scalar = sighting.scalar();
        int from = hit.from();
        // A dollar before the placeholder would escape it.
        while (from > 0 && scalar.text().charAt(from - 1) == '$') {
            from--;
        }
        boolean whole = from == 0 && hit.to() == scalar.text().length();
        boolean plain = scalar.style() == ScalarStyle.PLAIN && scalar.tag().isEmpty();
        boolean inFlow = scalar.context().inFlow();
        // In flow style a plain placeholder is no YAML; binding takes these quotes away.
        boolean typed = whole && plain && inFlow && !scalar.context().key() && hit.filter() == Filter.NONE;
        Filter filter = typed ? Filter.TYPED : hit.filter();
        return new Replacement(scalar, from, hit.to(), filter.token(name), typed || (whole && plain && !inFlow));
    }

    void apply(YamlEditor editor) {
        if (raw) {
            editor.replaceRaw(scalar, scalar.context().inFlow() ? '"' + token + '"' : token);
        } else {
            editor.replacePart(scalar, from, to, token);
        }
    }

    /** Where each sighting's placeholder stands in its scalar's new text. */
    static Map<Sighting, Redaction.Span> spans(List<Sighting> sightings, Map<Sighting, String> names) {
        Map<Sighting, Redaction.Span> spans = new HashMap<>();
        Map<YamlScalar, Integer> moved = new HashMap<>();
        for (Sighting sighting : sightings) {
            if (sighting.inKey()) {
                continue;
            }
            Replacement replacement = of(sighting, names.getOrDefault(sighting, ""));
            int shift = moved.getOrDefault(replacement.scalar, 0);
            int start = replacement.from + shift;
            int end = start + replacement.token.length();
            spans.put(sighting, new Redaction.Span(start, end));
            moved.put(replacement.scalar, shift + end - start - (replacement.to - replacement.from));
        }
        return spans;
    }
}

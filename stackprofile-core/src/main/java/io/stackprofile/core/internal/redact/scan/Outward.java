package io.stackprofile.core.internal.redact.scan;

import io.stackprofile.core.internal.redact.rule.Filter;
import io.stackprofile.core.internal.redact.rule.Hit;
import io.stackprofile.yaml.ScalarStyle;
import io.stackprofile.yaml.Span;
import io.stackprofile.yaml.YamlScalar;
import io.stackprofile.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;

/**
 * Carries a hit from the text of a scalar to the text of the document the scalar stands in, so that the document stays
 * what it is when a placeholder takes the span. Between double quotes {@code jsontext} writes what JSON needs; where it would
 * not give back the spelling of the source, the value goes with its quotes, which {@code json} writes both.
 */
public final class Outward {

    private final String document;
    private final YamlScalar scalar;

    private Outward(String document, YamlScalar scalar) {
        this.document = document;
        this.scalar = scalar;
    }

    public static Hit of(String document, YamlScalar scalar, Place place, Hit hit) {
        return new Outward(document, scalar).carry(hit).labelled(label(place, hit));
    }

    private Hit carry(Hit hit) {
        boolean quoted = scalar.style() == ScalarStyle.DOUBLE_QUOTED;
        if (hit.filter() == Filter.JSON
                && scalar.style() != ScalarStyle.PLAIN
                && !scalar.style().isBlock()) {
            return unquoted(hit);
        }
        Span span = scalar.sourceOf(hit.from(), hit.to());
        if (hit.filter() == Filter.NONE && quoted && isJsonText(hit, span)) {
            return with(hit, span, hit.secret(), Filter.JSONTEXT);
        }
        if (hit.filter() == Filter.NONE && (quoted || scalar.style().isBlock()) && isAll(hit)) {
            return whole(hit);
        }
        boolean asItIs = hit.filter() == Filter.NONE || (hit.filter() == Filter.JSONTEXT && quoted);
        return asItIs ? asWritten(hit, span) : hit.moved(span.start(), span.end());
    }

    // Whether the filter writes what stands between the quotes.
    private boolean isJsonText(Hit hit, Span span) {
        return YamlValue.of(hit.secret()).json().equals("\"" + span.of(document) + "\"");
    }

    private boolean isAll(Hit hit) {
        String text = scalar.text();
        return text.substring(0, hit.from()).isBlank()
                && text.substring(hit.to()).isBlank();
    }

    private Hit whole(Hit hit) {
        Span span = scalar.span();
        // A bare placeholder would end the JSON: encoders write & and / in ways that the filter does not.
        if (scalar.style() == ScalarStyle.DOUBLE_QUOTED) {
            return with(hit, new Span(span.start() + 1, span.end() - 1), scalar.text(), Filter.JSONTEXT);
        }
        return with(hit, span, scalar.text(), Filter.JSON);
    }

    // JSON within a quoted text: what json writes would need escapes of its own there.
    private Hit unquoted(Hit hit) {
        String text = scalar.text();
        boolean quotes =
                hit.to() - hit.from() >= 2 && text.charAt(hit.from()) == '"' && text.charAt(hit.to() - 1) == '"';
        if (!quotes) {
            return whole(hit);
        }
        return asWritten(hit, scalar.sourceOf(hit.from() + 1, hit.to() - 1));
    }

    // Without a filter the placeholder's value is what stands in the source, escapes included.
    private Hit asWritten(Hit hit, Span span) {
        return with(hit, span, span.of(document), Filter.NONE);
    }

    private static Hit with(Hit hit, Span span, String secret, Filter filter) {
        return new Hit(
                span.start(),
                span.end(),
                secret,
                filter,
                hit.rule(),
                hit.reason(),
                hit.confidence(),
                hit.label(),
                hit.chain());
    }

    private static List<String> label(Place place, Hit hit) {
        List<String> label = new ArrayList<>();
        if (place.object() != null && !place.object().name().isEmpty()) {
            label.add(place.object().name());
        }
        label.addAll(place.segments());
        label.addAll(hit.label());
        return label;
    }
}

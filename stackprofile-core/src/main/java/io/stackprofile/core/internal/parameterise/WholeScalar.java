package io.stackprofile.core.internal.parameterise;

import io.stackprofile.core.internal.template.Placeholders;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.yaml.ScalarStyle;
import io.stackprofile.yaml.Span;
import io.stackprofile.yaml.YamlScalar;
import io.stackprofile.yaml.YamlValue;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The ways to make all of a scalar a placeholder, from the one that is preferred. */
final class WholeScalar {

    private static final String TYPED = "typed";

    private final ScalarPlace place;
    private final YamlScalar scalar;

    WholeScalar(ScalarPlace place) {
        this.place = place;
        this.scalar = place.scalar();
    }

    List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        if (place.base64()) {
            decoded().ifPresent(value -> candidates.add(candidate("base64", value)));
        }
        if (scalar.style().isBlock()) {
            block().ifPresent(candidates::add);
            return candidates;
        }
        candidates.add(candidate(isBare() ? TYPED : "", value()));
        if (scalar.style() != ScalarStyle.PLAIN) {
            ParameterValue spelled = value().spelled(scalar.span().of(place.text()));
            candidates.add(new Candidate(List.of(Cut.of(inner(), TYPED)), spelled));
        }
        return candidates;
    }

    /** What Kubernetes reads, spelled as it is written. Must not be nothing. */
    ParameterValue value() {
        YamlValue value = scalar.value();
        String written = scalar.span().of(place.text());
        return switch (value.kind()) {
            case BOOLEAN ->
                ParameterValue.of(Boolean.parseBoolean(value.json())).spelled(written);
            case INTEGER, FLOAT ->
                ParameterValue.of(new BigDecimal(value.json())).spelled(written);
            case STRING, NULL -> ParameterValue.of(Placeholders.unescape(scalar.text()));
        };
    }

    /** Plain in a flow collection, where no placeholder can stand without quotes. */
    private boolean isBare() {
        return scalar.style() == ScalarStyle.PLAIN && scalar.context().inFlow();
    }

    private Candidate candidate(String filter, ParameterValue value) {
        Cut cut = isBare() ? new Cut(scalar.span(), "\"", filter, "\"") : Cut.of(inner(), filter);
        return new Candidate(List.of(cut), value);
    }

    private Span inner() {
        int quotes = scalar.style() == ScalarStyle.PLAIN || scalar.style().isBlock() ? 0 : 1;
        return new Span(scalar.span().start() + quotes, scalar.span().end() - quotes);
    }

    /** A block keeps its header and the line break at its end. */
    private Optional<Candidate> block() {
        String text = scalar.text();
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        return end == 0
                ? Optional.empty()
                : Optional.of(new Candidate(
                        List.of(Cut.of(scalar.sourceOf(0, end), "")),
                        ParameterValue.of(Placeholders.unescape(text.substring(0, end)))));
    }

    private Optional<ParameterValue> decoded() {
        try {
            byte[] bytes = Base64.getDecoder().decode(scalar.text());
            return Optional.of(ParameterValue.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()));
        } catch (IllegalArgumentException | CharacterCodingException noText) {
            return Optional.empty();
        }
    }
}

package io.stackprofile.core.internal.parameterise;

import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ways to make every occurrence of a part of a scalar's text a placeholder, from the one that is preferred. */
final class PartOfScalar {

    private final YamlScalar scalar;
    private final String part;

    /** An occurrence with what encodes it: the range of decoded text, the filter, and the value. */
    record Encoded(int from, int to, String filter, ParameterValue value) {}

    PartOfScalar(ScalarPlace place, String part) {
        this.scalar = place.scalar();
        this.part = part;
    }

    /** Where the part stands in the scalar's decoded text. */
    List<Integer> occurrences() {
        List<Integer> found = new ArrayList<>();
        for (int at = scalar.text().indexOf(part); at >= 0; at = scalar.text().indexOf(part, at + part.length())) {
            found.add(at);
        }
        return found;
    }

    List<Candidate> candidates() {
        String masked = MaskedText.of(scalar.text());
        UrlText urls = new UrlText(masked);
        Optional<JsonText> json = JsonText.of(masked);
        List<Candidate> candidates = new ArrayList<>();
        if (json.isPresent()) {
            Encoding inside =
                    at -> component(urls, at).or(() -> json.get().within(scalar.text(), at, at + part.length()));
            candidate(at -> json.get()
                            .whole(scalar.text(), at, at + part.length())
                            .or(() -> inside.at(at)))
                    .ifPresent(candidates::add);
            candidate(inside).ifPresent(candidates::add);
            return candidates;
        }
        candidate(at -> component(urls, at).or(() -> Optional.of(asItIs(at)))).ifPresent(candidates::add);
        candidate(at -> Optional.of(asItIs(at))).ifPresent(candidates::add);
        return candidates;
    }

    private Optional<Encoded> component(UrlText urls, int at) {
        return urls.component(scalar.text(), at, at + part.length());
    }

    private Encoded asItIs(int at) {
        return new Encoded(at, at + part.length(), "", ParameterValue.of(part));
    }

    private Optional<Candidate> candidate(Encoding encoding) {
        List<Cut> cuts = new ArrayList<>();
        ParameterValue value = null;
        for (int at : occurrences()) {
            Optional<Encoded> encoded = encoding.at(at);
            if (encoded.isEmpty()
                    || (value != null && !value.equals(encoded.get().value()))) {
                return Optional.empty();
            }
            value = encoded.get().value();
            cuts.add(Cut.of(
                    scalar.sourceOf(encoded.get().from(), encoded.get().to()),
                    encoded.get().filter()));
        }
        return value == null ? Optional.empty() : Optional.of(new Candidate(cuts, value));
    }

    /** How an occurrence would be encoded, if it can be. */
    private interface Encoding {
        Optional<Encoded> at(int at);
    }
}

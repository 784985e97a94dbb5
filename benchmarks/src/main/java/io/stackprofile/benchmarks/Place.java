package io.stackprofile.benchmarks;

import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.yaml.ScalarStyle;
import io.stackprofile.yaml.YamlDocument;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlScalar;
import io.stackprofile.yaml.YamlValue;
import io.stackprofile.yaml.YamlWalk;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The part of a text that a parameter replaces.
 *
 * @param start where it begins
 * @param end where it ends
 * @param typed whether it is all of a plain number or boolean
 * @param kind what the scalar is
 */
record Place(int start, int end, boolean typed, YamlValue.Kind kind) {

    private static final Set<YamlValue.Kind> KINDS =
            EnumSet.of(YamlValue.Kind.STRING, YamlValue.Kind.INTEGER, YamlValue.Kind.BOOLEAN);

    /** The middle one of the text's candidates: scalars on one line, outside brackets, written without escapes. */
    static Optional<Place> choose(String text, int number) {
        List<Place> candidates = new ArrayList<>();
        for (YamlDocument document : YamlFile.parse(text).documents()) {
            YamlWalk.scalars(document, (path, scalar) -> {
                if (isCandidate(path, scalar, text)) {
                    candidates.add(of(scalar, number));
                }
            });
        }
        return candidates.isEmpty() ? Optional.empty() : Optional.of(candidates.get(candidates.size() / 2));
    }

    /** What a deployment would bind here. */
    ParameterValue value(int number) {
        if (!typed) {
            return ParameterValue.of("bound-" + number);
        }
        return kind == YamlValue.Kind.BOOLEAN ? ParameterValue.of(number % 2 == 0) : ParameterValue.of(1000L + number);
    }

    private static boolean isCandidate(String path, YamlScalar scalar, String text) {
        int quote = quote(scalar);
        return KINDS.contains(scalar.value().kind())
                && !scalar.isMissing()
                && !scalar.style().isBlock()
                && !scalar.context().inFlow()
                && scalar.tag().isEmpty()
                && !path.endsWith("/kind")
                && !path.endsWith("/apiVersion")
                && !scalar.text().isEmpty()
                && text.startsWith(scalar.text(), scalar.span().start() + quote)
                && scalar.span().length() == scalar.text().length() + 2 * quote;
    }

    /** Every other string keeps its first half, so that the value stands within other text. */
    private static Place of(YamlScalar scalar, int number) {
        int start = scalar.span().start() + quote(scalar);
        int end = scalar.span().end() - quote(scalar);
        YamlValue.Kind kind = scalar.value().kind();
        boolean within = kind == YamlValue.Kind.STRING && number % 2 == 1 && end - start >= 4;
        return new Place(within ? (start + end) / 2 : start, end, kind != YamlValue.Kind.STRING, kind);
    }

    private static int quote(YamlScalar scalar) {
        return scalar.style() == ScalarStyle.PLAIN ? 0 : 1;
    }
}

package io.stackprofile.core.internal.many;

import io.stackprofile.core.internal.format.Formats;
import io.stackprofile.parameter.ParameterFormat;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.yaml.YamlValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says which parts of a place differ between sources: the whole, the words that differ, or what stands between them. */
final class Comparison {

    /** Texts that are one value though they are several words. */
    private static final List<ParameterFormat> UNITS =
            List.of(ParameterFormat.CIDR, ParameterFormat.CRON, ParameterFormat.EMAIL, ParameterFormat.IPV6);

    private final List<SourceStack> sources;

    Comparison(List<SourceStack> sources) {
        this.sources = sources;
    }

    /** The parts, in order; none where no placeholder can hold the difference. */
    List<Part> parts(Spot spot) {
        List<@Nullable Reading> readings = spot.readings();
        if (readings.stream().anyMatch(reading -> reading != null && Atom.hasToken(reading.text()))) {
            return withTokens(spot, readings);
        }
        Vector whole = vector(readings, reading -> spot.isBlock() ? reading.withoutEnd() : reading);
        if (whole.isConstant()) {
            return List.of();
        }
        if (!spot.lead().isText() || spot.isBare() || isUnit(whole)) {
            return isEmpty(spot) ? List.of() : List.of(Part.whole(spot, whole));
        }
        List<Part> words = new AlignedTexts(readings).differing();
        if (!words.isEmpty()) {
            boolean all = words.size() == 1 && words.get(0).whole();
            return all ? List.of(Part.whole(spot, whole)) : words;
        }
        return MiddleText.of(readings).map(List::of).orElseGet(() -> List.of(Part.whole(spot, whole)));
    }

    /** Nothing that stands there cannot be a parameter's default. */
    private static boolean isEmpty(Spot spot) {
        return spot.lead().kind() == YamlValue.Kind.NULL;
    }

    private static boolean isUnit(Vector vector) {
        return UNITS.stream()
                .anyMatch(format -> vector.values().stream()
                        .filter(Objects::nonNull)
                        .allMatch(value -> Formats.matches(format, value.text())));
    }

    private static Vector vector(List<@Nullable Reading> readings, Function<Reading, Reading> change) {
        List<@Nullable ParameterValue> values = new ArrayList<>();
        readings.forEach(reading ->
                values.add(reading == null ? null : change.apply(reading).value()));
        return new Vector(false, values);
    }

    private List<Part> withTokens(Spot spot, List<@Nullable Reading> readings) {
        List<@Nullable List<Atom>> texts = new ArrayList<>();
        readings.forEach(reading -> texts.add(reading == null ? null : Atom.of(reading.text())));
        if (texts.stream().allMatch(atoms -> atoms == null || isAlone(atoms))) {
            return secret(spot, texts, readings);
        }
        return new AlignedTexts(readings).isAligned() ? alignedTokens(readings, texts) : List.of();
    }

    private static boolean isAlone(List<Atom> atoms) {
        return atoms.stream().noneMatch(atom -> atom.kind() == Atom.Kind.TOKEN) || atoms.size() == 1;
    }

    /** All of the value is a secret somewhere, so it is one everywhere. */
    private List<Part> secret(Spot spot, List<@Nullable List<Atom>> texts, List<@Nullable Reading> readings) {
        List<@Nullable ParameterValue> plain = new ArrayList<>();
        boolean secret = false;
        for (int i = 0; i < texts.size(); i++) {
            List<Atom> atoms = texts.get(i);
            Atom token =
                    atoms != null && atoms.size() == 1 && atoms.get(0).kind() == Atom.Kind.TOKEN ? atoms.get(0) : null;
            secret |= token != null && sources.get(i).isSecret(token.parameter());
            if (token != null && !sources.get(i).isSecret(token.parameter())) {
                return List.of();
            }
            Reading reading = readings.get(i);
            plain.add(token != null ? plaintext(i, token) : reading == null ? null : reading.value());
        }
        if (!secret || !spot.lead().isText()) {
            return List.of();
        }
        Atom lead = Objects.requireNonNull(texts.get(0)).stream()
                .filter(atom -> atom.kind() == Atom.Kind.TOKEN)
                .findFirst()
                .orElse(new Atom(Atom.Kind.WORD, 0, 0, "", "", ""));
        return List.of(new Part(
                0, spot.lead().text().length(), true, lead.parameter(), lead.filter(), new Vector(true, plain)));
    }

    private @Nullable ParameterValue plaintext(int source, Atom token) {
        String value = sources.get(source).secrets().get(token.parameter());
        return value == null ? null : ParameterValue.of(value);
    }

    private List<Part> alignedTokens(List<@Nullable Reading> readings, List<@Nullable List<Atom>> texts) {
        List<Part> parts = new ArrayList<>(new AlignedTexts(readings).differing());
        List<Atom> lead = Objects.requireNonNull(texts.get(0));
        for (int at = 0; at < lead.size(); at++) {
            Atom atom = lead.get(at);
            if (atom.kind() == Atom.Kind.TOKEN && sources.get(0).isSecret(atom.parameter())) {
                List<@Nullable ParameterValue> plain = new ArrayList<>();
                for (int i = 0; i < texts.size(); i++) {
                    List<Atom> atoms = texts.get(i);
                    plain.add(atoms == null ? null : plaintext(i, atoms.get(at)));
                }
                parts.add(new Part(
                        atom.start(), atom.end(), false, atom.parameter(), atom.filter(), new Vector(true, plain)));
            }
        }
        parts.sort(Comparator.comparing(Part::from));
        return parts;
    }
}

package io.stackprofile.core.internal.many;

import io.stackprofile.parameter.ParameterValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Texts of the same make: as many words and placeholders, and the same between them. */
final class AlignedTexts {

    private final List<@Nullable List<Atom>> texts = new ArrayList<>();

    /** @param readings the leading text first */
    AlignedTexts(List<@Nullable Reading> readings) {
        readings.forEach(reading -> texts.add(reading == null ? null : Atom.of(reading.text())));
    }

    boolean isAligned() {
        return texts.stream().allMatch(atoms -> atoms == null || isLike(lead(), atoms));
    }

    /** The words that differ, in order; none where the texts are of another make, or the same. */
    List<Part> differing() {
        List<Part> parts = new ArrayList<>();
        if (!isAligned()) {
            return parts;
        }
        for (int at = 0; at < lead().size(); at++) {
            Atom atom = lead().get(at);
            Vector vector = vector(at);
            if (atom.kind() == Atom.Kind.WORD && !vector.isConstant()) {
                parts.add(new Part(atom.start(), atom.end(), lead().size() == 1, "", "", vector));
            }
        }
        return parts;
    }

    private List<Atom> lead() {
        return Objects.requireNonNull(texts.get(0));
    }

    private Vector vector(int at) {
        List<@Nullable ParameterValue> values = new ArrayList<>();
        texts.forEach(atoms -> values.add(
                atoms == null ? null : ParameterValue.of(atoms.get(at).text())));
        return new Vector(false, values);
    }

    private static boolean isLike(List<Atom> lead, List<Atom> other) {
        if (lead.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < lead.size(); i++) {
            Atom one = lead.get(i);
            Atom two = other.get(i);
            boolean like = one.kind() == two.kind()
                    && one.filter().equals(two.filter())
                    && (one.kind() != Atom.Kind.GAP || one.text().equals(two.text()));
            if (!like) {
                return false;
            }
        }
        return true;
    }
}

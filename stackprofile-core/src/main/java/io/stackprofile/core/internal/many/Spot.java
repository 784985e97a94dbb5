package io.stackprofile.core.internal.many;

import io.stackprofile.error.Location;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.yaml.ScalarStyle;
import io.stackprofile.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value of the leading stack, and what every source has in its place. */
final class Spot {

    private final MemberRef member;
    private final String field;
    private final int document;
    private final String pointer;
    private final @Nullable YamlScalar scalar;
    private final List<@Nullable Reading> readings;
    private String label = "";

    private Spot(
            MemberRef member,
            String field,
            int document,
            String pointer,
            @Nullable YamlScalar scalar,
            Reading lead,
            int sources) {
        this.member = member;
        this.field = field;
        this.document = document;
        this.pointer = pointer;
        this.scalar = scalar;
        this.readings = new ArrayList<>(Collections.nCopies(sources, null));
        readings.set(0, lead);
    }

    /** A scalar in a member's text. */
    static Spot scalar(MemberRef member, int document, String pointer, YamlScalar scalar, Reading lead, int sources) {
        return new Spot(member, "", document, pointer, scalar, lead, sources);
    }

    /** A field of a member, such as its namespace. */
    static Spot field(MemberRef member, String field, Reading lead, int sources) {
        return new Spot(member, field, 0, "", null, lead, sources);
    }

    /** Notes what a source has here; the first sighting stands, for an anchor is met once for each alias. */
    void see(int source, Reading reading) {
        if (readings.get(source) == null) {
            readings.set(source, reading);
        }
    }

    /** What the list item calls itself that holds it, such as the name of a variable. */
    void label(String name) {
        label = name;
    }

    String label() {
        return label;
    }

    MemberRef member() {
        return member;
    }

    /** The field's name; empty for a scalar. */
    String field() {
        return field;
    }

    String pointer() {
        return pointer;
    }

    @Nullable
    YamlScalar scalar() {
        return scalar;
    }

    /** Where it stands. */
    Location location() {
        return scalar == null
                ? Location.member(member)
                : Location.builder()
                        .member(member)
                        .document(document)
                        .path(pointer)
                        .line(scalar.line())
                        .column(scalar.column())
                        .build();
    }

    int document() {
        return document;
    }

    Reading lead() {
        Reading lead = readings.get(0);
        if (lead == null) {
            throw new IllegalStateException("a spot has a leading value");
        }
        return lead;
    }

    /** What each source has here, if it is of the leading value's type; in the sources' order. */
    List<@Nullable Reading> readings() {
        List<@Nullable Reading> like = new ArrayList<>();
        for (Reading reading : readings) {
            like.add(reading != null && reading.isLike(lead()) ? reading : null);
        }
        return like;
    }

    /** Whether some source has another value here, or a placeholder stands in one of them. */
    boolean isOpen() {
        return readings.stream()
                .anyMatch(reading -> reading != null && (!reading.isSame(lead()) || Atom.hasToken(reading.text())));
    }

    /** Plain in a flow collection, where only a whole value can be a placeholder. */
    boolean isBare() {
        return scalar != null
                && scalar.style() == ScalarStyle.PLAIN
                && scalar.context().inFlow();
    }

    boolean isBlock() {
        return scalar != null && scalar.style().isBlock();
    }

    /** The place only. */
    @Override
    public String toString() {
        return "Spot[" + location().describe() + "]";
    }
}

package io.stackprofile.core.internal.many;

import java.util.ArrayList;
import java.util.List;

/** The places that one parameter stands for: the same values in every source. */
final class Group {

    private final String token;
    private final List<Spot> spots = new ArrayList<>();
    private Vector vector;
    private boolean whole = true;
    private int from;
    private String name = "";

    /** @param token the parameter that stands there in the leading text already; empty for none */
    Group(String token, Vector vector) {
        this.token = token;
        this.vector = vector;
    }

    boolean take(String standing, Vector more) {
        if (!standing.equals(token)) {
            return false;
        }
        return vector.with(more)
                .map(joined -> {
                    vector = joined;
                    return true;
                })
                .orElse(false);
    }

    void add(Spot spot, Part part) {
        from = spots.isEmpty() ? part.from() : from;
        spots.add(spot);
        whole &= part.whole();
    }

    /** Where it begins in its first place's text. */
    int from() {
        return from;
    }

    void name(String given) {
        name = given;
    }

    String token() {
        return token;
    }

    String name() {
        return name;
    }

    Vector vector() {
        return vector;
    }

    List<Spot> spots() {
        return spots;
    }

    Spot first() {
        return spots.get(0);
    }

    boolean isWhole() {
        return whole;
    }

    /** Nothing of the values. */
    @Override
    public String toString() {
        return "Group[" + name + ", places=" + spots.size() + "]";
    }
}

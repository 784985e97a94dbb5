package io.stackprofile.core.internal.many;

/**
 * A part of a place's text that differs, or a secret that stands there.
 *
 * @param from where it begins in the leading text, quotes and escapes undone
 * @param to where it ends, exclusive
 * @param whole whether it is all of the value
 * @param token the parameter that stands there in the leading text; empty where it is no placeholder
 * @param filter that placeholder's filter, with the bar before it
 * @param vector what each source has there
 */
record Part(int from, int to, boolean whole, String token, String filter, Vector vector) {

    static Part whole(Spot spot, Vector vector) {
        return new Part(0, spot.lead().text().length(), true, "", "", vector);
    }
}

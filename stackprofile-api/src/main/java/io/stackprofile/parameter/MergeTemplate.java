package io.stackprofile.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places for values, read once: a value never brings a place of its own.
 *
 * @param texts what stands around the places, one more than there are; may be empty texts
 * @param names the parameter of each place, in order
 */
public record MergeTemplate(List<String> texts, List<String> names) {

    // Possessive, so that no text makes it slow.
    private static final Pattern PLACE =
            Pattern.compile("\\$\\{\\{[ \\t]*+parameters\\.([A-Za-z][A-Za-z0-9_]{0,62}+)[ \\t]*+}}");

    /** Requires one text more than names, and copies both. */
    public MergeTemplate {
        if (texts.size() != names.size() + 1) {
            throw new IllegalArgumentException("texts: there is one more than names");
        }
        texts = List.copyOf(texts);
        names = List.copyOf(names);
    }

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException for a <code>${{</code> that begins no place; the text is not repeated
     */
    static MergeTemplate of(String template) {
        List<String> texts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Matcher places = PLACE.matcher(template);
        int end = 0;
        while (places.find()) {
            texts.add(literal(template.substring(end, places.start())));
            names.add(places.group(1));
            end = places.end();
        }
        texts.add(literal(template.substring(end)));
        return new MergeTemplate(texts, names);
    }

    private static String literal(String text) {
        if (text.contains("${{")) {
            throw new IllegalArgumentException("template: a place is written ${{ parameters.NAME }}, without a filter");
        }
        return text;
    }

    /** Shows the names alone. */
    @Override
    public String toString() {
        return "MergeTemplate" + names;
    }
}

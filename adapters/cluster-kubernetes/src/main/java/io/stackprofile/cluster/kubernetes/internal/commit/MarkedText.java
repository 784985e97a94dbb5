package io.stackprofile.cluster.kubernetes.internal.commit;

import io.stackprofile.spi.cluster.CommitMember;
import io.stackprofile.spi.cluster.SecretPlace;
import io.stackprofile.spi.cluster.SecretSlot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A member's text with a word in place of each secret's placeholder. A word is a plain text wherever it stands, so that the
 * text is read first and a secret can never change what it means.
 *
 * @param text the text with words
 * @param places the words and what belongs there
 * @param placeholders what stood there, by word
 */
record MarkedText(String text, List<SecretPlace> places, Map<String, String> placeholders) {

    static MarkedText of(CommitMember committed) {
        String text = committed.member().text().orElse("");
        String stem = stem(text);
        List<SecretPlace> places = new ArrayList<>();
        Map<String, String> placeholders = new LinkedHashMap<>();
        StringBuilder marked = new StringBuilder(text.length());
        int from = 0;
        List<SecretSlot> slots = committed.secrets().stream()
                .sorted(Comparator.comparingInt(SecretSlot::start))
                .toList();
        for (SecretSlot slot : slots) {
            String word = stem + places.size() + "z";
            places.add(new SecretPlace(
                    word, slot.parameter(), slot.filter().stream().toList()));
            placeholders.put(word, text.substring(slot.start(), slot.end()));
            marked.append(text, from, slot.start()).append(word);
            from = slot.end();
        }
        marked.append(text, from, text.length());
        return new MarkedText(marked.toString(), List.copyOf(places), placeholders);
    }

    // Letters first, so that no reader takes it for a number; none of them a hexadecimal digit's.
    private static String stem(String text) {
        String stem = "stackprofilesecretx";
        while (text.contains(stem)) {
            stem += "x";
        }
        return stem;
    }

    /** The number of places only: the text may be confidential. */
    @Override
    public String toString() {
        return "MarkedText[" + places.size() + " places]";
    }
}

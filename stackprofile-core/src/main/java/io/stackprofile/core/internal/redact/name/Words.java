package io.stackprofile.core.internal.redact.name;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The word lists of {@code words.txt}. */
public final class Words {

    private static final Map<String, List<String>> LISTS = read();

    private Words() {}

    /** The words of a list. */
    public static Set<String> set(String list) {
        return Set.copyOf(list(list));
    }

    /** The words of a list, in order; a list with commas in it has phrases. */
    public static List<String> list(String list) {
        List<String> words = LISTS.get(list);
        if (words == null) {
            throw new IllegalStateException("words.txt has no list " + list);
        }
        return words;
    }

    private static Map<String, List<String>> read() {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        for (String line : Resources.lines(Words.class, "words.txt")) {
            int colon = line.indexOf(": ");
            if (!line.startsWith("#") && colon > 0) {
                String words = line.substring(colon + 2).strip();
                lists.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
                        .addAll(Arrays.asList(words.split(words.indexOf(',') >= 0 ? ",\\s*" : "\\s+")));
            }
        }
        return lists;
    }
}

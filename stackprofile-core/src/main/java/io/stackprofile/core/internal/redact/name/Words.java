package io.stackprofile.core.internal.redact.name;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The word lists of {@code names.tsv} and {@code words.tsv}, where every row has its reason. */
public final class Words {

    private static final Map<String, Map<String, String>> LISTS = read();

    private Words() {}

    /** The words or phrases of a list. */
    public static Set<String> set(String list) {
        return Set.copyOf(reasons(list).keySet());
    }

    /** The words or phrases of a list, in order. */
    public static List<String> list(String list) {
        return List.copyOf(reasons(list).keySet());
    }

    /** The words or phrases of a list, each with the reason it is there, in order. */
    public static Map<String, String> reasons(String list) {
        Map<String, String> words = LISTS.get(list);
        if (words == null) {
            throw new IllegalStateException("the library has no list of words called " + list);
        }
        return words;
    }

    private static Map<String, Map<String, String>> read() {
        Map<String, Map<String, String>> lists = new LinkedHashMap<>();
        for (String file : List.of("names.tsv", "words.tsv")) {
            for (String line : Resources.lines(Words.class, file)) {
                String[] row = line.split("\t", -1);
                if (!line.startsWith("#") && row.length == 3) {
                    lists.computeIfAbsent(row[0], name -> new LinkedHashMap<>()).put(row[1], row[2]);
                }
            }
        }
        return lists;
    }
}

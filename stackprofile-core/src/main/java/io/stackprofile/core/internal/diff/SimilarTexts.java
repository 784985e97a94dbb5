package io.stackprofile.core.internal.diff;

import io.stackprofile.stack.Member;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds texts with many lines in common. A text's signature is made of the least hashes of its pairs of lines under several
 * permutations (Broder's min-hash); texts whose signatures agree in a band are compared exactly, as sets.
 */
final class SimilarTexts {

    private static final double LEAST = 0.6;
    private static final int FEWEST = 8;
    private static final int MOST_SHINGLES = 4_096;
    private static final int BANDS = 8;
    private static final int ROWS = 2;

    /** A band in which more texts agree tells nothing; without this, many alike texts would cost their square. */
    private static final int FULLEST = 16;

    private final IdentityHashMap<Member, long[]> shingles = new IdentityHashMap<>();
    private final Map<String, List<Member>> bands = new HashMap<>();

    /** Adds a text to look among. */
    void add(Member member, String sort) {
        long[] own = shingles(member.text().orElse(""));
        if (own.length >= FEWEST) {
            shingles.put(member, own);
            for (String band : bands(own, sort)) {
                List<Member> alike = bands.computeIfAbsent(band, key -> new ArrayList<>());
                if (alike.size() < FULLEST) {
                    alike.add(member);
                }
            }
        }
    }

    /** The texts that were added and are like this one, with the share of lines in common, 0 to 1. */
    Map<Member, Double> like(Member member, String sort) {
        long[] own = shingles(member.text().orElse(""));
        Map<Member, Double> alike = new LinkedHashMap<>();
        if (own.length >= FEWEST) {
            for (String band : bands(own, sort)) {
                for (Member candidate : bands.getOrDefault(band, List.of())) {
                    alike.computeIfAbsent(candidate, other -> similarity(own, shingles.getOrDefault(other, own)));
                }
            }
        }
        alike.values().removeIf(share -> share < LEAST);
        return alike;
    }

    private static List<String> bands(long[] shingles, String sort) {
        List<String> bands = new ArrayList<>(BANDS);
        for (int band = 0; band < BANDS; band++) {
            StringBuilder key = new StringBuilder(sort).append(band);
            for (int row = 0; row < ROWS; row++) {
                key.append(':').append(least(shingles, band * ROWS + row));
            }
            bands.add(key.toString());
        }
        return bands;
    }

    private static long least(long[] shingles, int permutation) {
        long least = Long.MAX_VALUE;
        for (long shingle : shingles) {
            least = Math.min(least, mixed(shingle + 0x9E3779B97F4A7C15L * (permutation + 1)));
        }
        return least;
    }

    /** Hashes of each two lines that follow each other, blank ones left out: sorted, none twice, the least ones of many. */
    private static long[] shingles(String text) {
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        long[] all = new long[Math.max(0, lines.size() - 1)];
        for (int i = 0; i < all.length; i++) {
            all[i] = mixed(31L * hash(lines.get(i)) + hash(lines.get(i + 1)));
        }
        return Arrays.stream(all).sorted().distinct().limit(MOST_SHINGLES).toArray();
    }

    private static long hash(String line) {
        long hash = 1125899906842597L;
        for (int i = 0; i < line.length(); i++) {
            hash = 31 * hash + line.charAt(i);
        }
        return hash;
    }

    /** The finaliser of SplitMix64. */
    private static long mixed(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static double similarity(long[] one, long[] other) {
        int shared = 0;
        int i = 0;
        int j = 0;
        while (i < one.length && j < other.length) {
            int order = Long.compare(one[i], other[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return (double) shared / (one.length + other.length - shared);
    }
}

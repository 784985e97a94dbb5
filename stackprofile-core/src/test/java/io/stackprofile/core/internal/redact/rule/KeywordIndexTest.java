package io.stackprofile.core.internal.redact.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class KeywordIndexTest {

    private record Place(int owner, int from, int to) {}

    @Property(tries = 300)
    void everyPlaceOfEveryKeywordIsFound(
            @ForAll @Size(min = 1, max = 12)
                    List<@StringLength(min = 1, max = 4) @CharRange(from = 'a', to = 'c') String> keywords,
            @ForAll @StringLength(max = 60) @CharRange(from = 'A', to = 'D') @CharRange(from = 'a', to = 'd')
                    String text) {
        List<Place> expected = new ArrayList<>();
        String lower = text.toLowerCase(Locale.ROOT);
        for (int owner = 0; owner < keywords.size(); owner++) {
            String keyword = keywords.get(owner);
            for (int at = lower.indexOf(keyword); at >= 0; at = lower.indexOf(keyword, at + 1)) {
                expected.add(new Place(owner, at, at + keyword.length()));
            }
        }

        assertThat(places(keywords.stream().map(List::of).toList(), text))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void keywordsOfOneOwnerAreItsOwn() {
        assertThat(places(List.of(List.of("ghp_", "gho_"), List.of("akia")), "AKIA gho_"))
                .containsExactly(new Place(1, 0, 4), new Place(0, 5, 9));
    }

    @Test
    void whatIsNotAsciiMatchesNothing() {
        assertThat(places(List.of(List.of("key")), "k\u00e9y ke\u212ay \ud83d\udd11 KEY"))
                .hasSize(1);
    }

    @Test
    void anIndexOfNothingFindsNothing() {
        assertThat(places(List.of(), "anything")).isEmpty();
        assertThat(places(List.of(List.of("x")), "")).isEmpty();
    }

    private static List<Place> places(List<List<String>> keywords, String text) {
        List<Place> places = new ArrayList<>();
        new KeywordIndex(keywords).each(text, (owner, from, to) -> places.add(new Place(owner, from, to)));
        return places;
    }
}

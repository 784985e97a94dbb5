package io.stackprofile.core.internal.clean;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.core.internal.clean.LiveCorpus.Keeps;
import io.stackprofile.core.internal.clean.LiveCorpus.Recorded;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What cleaning makes of objects recorded from a real API server, against what was applied to get them. Those that differ
 * stand in docs/cleaning.md with the reason.
 */
class LiveCorpusTest {

    @ParameterizedTest
    @CsvSource({"EVERYTHING, 119", "MANAGED_FIELDS, 110", "NOTHING, 103"})
    void mostObjectsAreWhatWasApplied(Keeps keeps, int floor) throws IOException {
        List<String> others = new ArrayList<>();
        List<Recorded> objects = LiveCorpus.objects();
        for (Recorded recorded : objects) {
            String text = LiveCorpus.clean(LiveCorpus.json(recorded, keeps))
                    .member()
                    .text()
                    .orElseThrow();
            Difference difference = Difference.of(recorded, LiveCorpus.tree(text));
            if (!difference.isNone()) {
                others.add(recorded.number() + " lacks " + difference.missing() + ", has " + difference.extra());
            }
        }
        System.out.println(keeps.label() + ": " + (objects.size() - others.size()) + " of " + objects.size()
                + " are what was applied");

        assertThat(objects).hasSize(122);
        assertThat(objects.size() - others.size()).as(others.toString()).isGreaterThanOrEqualTo(floor);
        assertThat(CleaningDoc.differing(keeps))
                .containsExactlyElementsOf(
                        others.stream().map(other -> other.substring(0, 4)).toList());
    }
}

package io.stackprofile.core.internal.clean;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.core.internal.clean.LiveCorpus.Keeps;
import io.stackprofile.core.internal.clean.LiveCorpus.Recorded;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What cleaning makes of objects recorded from a real API server, against what was applied to get them. */
class LiveCorpusTest {

    @Test
    void withAllItsEvidenceAnObjectIsWhatWasApplied() throws IOException {
        assertThat(others(Keeps.EVERYTHING)).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void byManagedFieldsAloneMostAreWhatWasApplied() throws IOException {
        assertThat(others(Keeps.MANAGED_FIELDS)).hasSizeLessThanOrEqualTo(12);
    }

    @Test
    void byTheRulesAloneMostAreWhatWasApplied() throws IOException {
        assertThat(others(Keeps.NOTHING)).hasSizeLessThanOrEqualTo(20);
    }

    private static List<String> others(Keeps keeps) throws IOException {
        List<String> others = new ArrayList<>();
        List<Recorded> objects = LiveCorpus.objects();
        for (Recorded recorded : objects) {
            String text = LiveCorpus.clean(LiveCorpus.json(recorded, keeps))
                    .member()
                    .text()
                    .orElseThrow();
            Difference difference = Difference.of(recorded, LiveCorpus.tree(text));
            if (!difference.isNone()) {
                others.add(recorded.file() + " (" + recorded.how() + ") lacks " + difference.missing() + ", has "
                        + difference.extra());
            }
        }
        System.out.println(
                keeps + ": " + (objects.size() - others.size()) + " of " + objects.size() + " are what was applied");
        others.forEach(System.out::println);
        return others;
    }
}

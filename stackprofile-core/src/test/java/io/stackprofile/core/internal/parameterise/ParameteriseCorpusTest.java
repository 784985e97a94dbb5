package io.stackprofile.core.internal.parameterise;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.template.Template;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.yaml.ScalarStyle;
import io.stackprofile.yaml.YamlDocument;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlScalar;
import io.stackprofile.yaml.YamlValue;
import io.stackprofile.yaml.YamlWalk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random scalars of real members, whole and in part: the default gives the member back byte for byte. */
class ParameteriseCorpusTest {

    private static final int WHOLE = 3;
    private static final int PARTS = 2;

    private final Random random = new Random(20_260);
    private int done;
    private int refused;

    private record Spot(int document, String path, YamlScalar scalar) {}

    @Test
    void bindingTheDefaultGivesEveryMemberBack(@TempDir Path folder) throws IOException, InterruptedException {
        StackSpec stack = CorpusStack.medium(folder);
        for (Member member : stack.members()) {
            List<Spot> spots = spots(member.text().orElseThrow());
            for (int i = 0; i < WHOLE && !spots.isEmpty(); i++) {
                Spot spot = spots.get(random.nextInt(spots.size()));
                check(stack, member, spot, Optional.empty());
            }
            for (int i = 0; i < PARTS && !spots.isEmpty(); i++) {
                Spot spot = spots.get(random.nextInt(spots.size()));
                check(stack, member, spot, part(spot.scalar().text()));
            }
        }
        assertThat(done).isGreaterThan(700);
        assertThat(refused).as("of %s that were done", done).isLessThan(done / 4);
    }

    private static List<Spot> spots(String text) {
        List<Spot> spots = new ArrayList<>();
        for (YamlDocument document : YamlFile.parse(text).documents()) {
            YamlWalk.scalars(document, (path, scalar) -> {
                if (scalar.value().kind() != YamlValue.Kind.NULL && !path.contains("<<")) {
                    spots.add(new Spot(document.index(), path, scalar));
                }
            });
        }
        return spots;
    }

    private Optional<String> part(String text) {
        if (text.length() < 2) {
            return Optional.empty();
        }
        int from = random.nextInt(text.length() - 1);
        int to = from + 1 + random.nextInt(Math.min(12, text.length() - from));
        return Optional.of(text.substring(from, to)).filter(part -> !part.isBlank());
    }

    private void check(StackSpec stack, Member member, Spot spot, Optional<String> part) {
        Contents before = new Contents(stack, List.of(), List.of(), List.of());
        DraftEdit edit =
                new DraftEdit.Parameterise(member.ref(), spot.document(), spot.path(), part, "p", Optional.empty());
        Contents after;
        try {
            after = ParameterEdits.apply(before, edit, Limits.defaults());
        } catch (InvalidContentException refusal) {
            refused++;
            boolean oneLine =
                    spot.scalar().text().indexOf('\n') < 0 && spot.scalar().style() != ScalarStyle.FOLDED;
            assertThat(part.isPresent() || !oneLine || spot.scalar().tag().isPresent() || isFolded(member, spot))
                    .as("%s %s: %s", member.ref(), spot.path(), refusal.getMessage())
                    .isTrue();
            return;
        }
        done++;
        Parameter parameter = after.parameters().get(0);
        ParameterValue value = parameter.defaultValue().orElseThrow();
        String text = after.spec().find(member.ref()).flatMap(Member::text).orElseThrow();
        assertThat(Template.compile(member.ref(), Optional.empty(), text, Map.of("p", parameter), Limits.defaults())
                        .render(Map.of("p", value)))
                .as("%s %s", member.ref(), spot.path())
                .isEqualTo(member.text().orElseThrow());
    }

    /** A flow scalar written over several lines. */
    private static boolean isFolded(Member member, Spot spot) {
        return spot.scalar().span().of(member.text().orElseThrow()).contains("\n");
    }
}

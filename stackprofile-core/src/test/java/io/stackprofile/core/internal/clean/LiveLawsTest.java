package io.stackprofile.core.internal.clean;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.core.internal.clean.LiveCorpus.Keeps;
import io.stackprofile.core.internal.clean.LiveCorpus.Recorded;
import io.stackprofile.core.internal.tree.TreeJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What holds for every live object, whatever its evidence. */
class LiveLawsTest {

    private static final String ANNOTATION = "kubectl.kubernetes.io/last-applied-configuration";

    @Test
    void everyRemovalOfAFixtureIsExplained() {
        LiveFixtures.names().forEach(name -> assertExplained(name, LiveFixtures.live(name)));
    }

    @Test
    void everyRemovalOfARecordedObjectIsExplainedAndCleaningAgainChangesNothing() throws IOException {
        for (Recorded recorded : LiveCorpus.objects()) {
            for (Keeps keeps : Keeps.values()) {
                String live = LiveCorpus.json(recorded, keeps);
                assertExplained(recorded.file(), live);
                String once = LiveCorpus.clean(live).member().text().orElseThrow();
                assertThat(LiveCorpus.clean(once).member().text())
                        .as(recorded.file())
                        .hasValue(once);
                assertThat(LiveCorpus.clean(live).member().text())
                        .as(recorded.file())
                        .hasValue(once);
            }
        }
    }

    @Test
    void nothingThatWasAppliedAndStillStandsIsLost() throws IOException {
        for (Recorded recorded : LiveCorpus.objects()) {
            String live = LiveCorpus.json(recorded, Keeps.EVERYTHING);
            Map<String, String> kept = Leaves.of(
                    LiveCorpus.tree(LiveCorpus.clean(live).member().text().orElseThrow()));
            Map<String, String> applied = Leaves.of(recorded.applied());
            Map<String, String> still = Leaves.of(recorded.live());
            applied.keySet().retainAll(still.keySet());
            applied.entrySet().removeIf(leaf -> !Objects.equals(leaf.getValue(), still.get(leaf.getKey())));
            assertThat(kept).as(recorded.file()).containsAllEntriesOf(applied);
        }
    }

    @Property(tries = 200)
    void whatACustomResourceWasAppliedWithComesBackWhateverTheServerAdded(@ForAll Random random) {
        Map<String, Object> spec = mapping(random, 3);
        Map<String, Object> applied = object(spec);
        Map<String, Object> live = object(filledIn(random, spec));
        Map<String, Object> metadata = new LinkedHashMap<>(Map.of("name", "any", "namespace", "shop", "uid", "1"));
        metadata.put("annotations", Map.of(ANNOTATION, TreeJson.of(applied)));
        metadata.put("managedFields", List.of(update("kubectl-client-side-apply"), status()));
        live.put("metadata", metadata);

        Cleaned cleaned = LiveCorpus.clean(TreeJson.of(live));

        assertThat(LiveCorpus.tree(cleaned.member().text().orElseThrow())).isEqualTo(applied);
        assertThat(cleaned.warnings()).isEmpty();
    }

    private static void assertExplained(String name, String live) {
        Cleaned cleaned = LiveCorpus.clean(live);
        Set<String> explained = cleaned.cleanings().stream()
                .map(cleaning -> cleaning.location().path().orElseThrow())
                .collect(Collectors.toSet());
        List<String> kept = new ArrayList<>();
        Leaves.of(LiveCorpus.tree(cleaned.member().text().orElseThrow()))
                .forEach((pointer, value) -> kept.add(anywhere(pointer) + value));
        Leaves.of(LiveCorpus.tree(live)).forEach((pointer, value) -> {
            boolean removed = explained.stream().anyMatch(at -> pointer.equals(at) || pointer.startsWith(at + "/"));
            assertThat(removed || kept.remove(anywhere(pointer) + value) || isRespelled(value))
                    .as("%s: %s is gone and no rule says why", name, pointer)
                    .isTrue();
        });
        cleaned.cleanings().forEach(cleaning -> assertThat(cleaning.reason()).endsWith("."));
    }

    /** Items of lists move up when one before them goes. */
    private static String anywhere(String pointer) {
        return pointer.replaceAll("/[0-9]+(?=/|$)", "/*") + " ";
    }

    /** A quantity that was applied in other digits is written in those. */
    private static boolean isRespelled(String value) {
        return value.matches("\"[0-9]+(m|Gi|Mi|Ki|G|M|k)?\"");
    }

    private static Map<String, Object> object(Map<String, Object> spec) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("apiVersion", "any.example.com/v1");
        object.put("kind", "Any");
        object.put("metadata", Map.of("name", "any", "namespace", "shop"));
        object.put("spec", spec);
        return object;
    }

    private static Map<String, Object> update(String manager) {
        return Map.of(
                "manager",
                manager,
                "operation",
                "Update",
                "apiVersion",
                "any.example.com/v1",
                "fieldsV1",
                Map.of("f:metadata", Map.of("f:annotations", Map.of("f:" + ANNOTATION, Map.of())), "f:spec", Map.of()));
    }

    private static Map<String, Object> status() {
        return Map.of("manager", "any-operator", "operation", "Update", "subresource", "status", "fieldsV1", Map.of());
    }

    private static Map<String, Object> mapping(Random random, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        int size = 1 + random.nextInt(4);
        for (int i = 0; i < size; i++) {
            map.put("key" + random.nextInt(50), value(random, depth - 1));
        }
        return map;
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 4)) {
            case 0 -> random.nextLong();
            case 1 -> random.nextBoolean();
            case 2 -> List.of("a", "b", random.nextInt(9) + ": #");
            case 3 -> "line " + random.nextInt(9) + "\n".repeat(random.nextInt(3)) + "é\t'\"";
            case 4 -> List.of(mapping(random, depth), mapping(random, depth));
            default -> mapping(random, depth);
        };
    }

    private static Map<String, Object> filledIn(Random random, Map<String, Object> spec) {
        Map<String, Object> live = new LinkedHashMap<>();
        spec.forEach((key, value) -> live.put(key, filledIn(random, value)));
        if (random.nextBoolean()) {
            live.put("defaulted" + random.nextInt(5), value(random, 2));
        }
        return live;
    }

    @SuppressWarnings("unchecked") // keys are text
    private static Object filledIn(Random random, Object value) {
        if (value instanceof Map<?, ?> map) {
            return filledIn(random, (Map<String, Object>) map);
        }
        return value instanceof List<?> list
                ? list.stream().map(item -> filledIn(random, item)).toList()
                : value;
    }
}

package io.stackprofile.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Twenty-five thousand values and keys, written in every place and style, mean the same to every reader. */
class EmittedValuesTest {
    private static final int VALUES = 25_000;
    private static final int BATCH = 5_000;
    private static final long SEED = 20_240_229;
    private static final String SLOT = "QSLOTQ";

    /** A line of a list that holds one scalar, and how a reader sees that item. */
    private enum Frame {
        VALUE("  - v: %s\n", 6, false, false, value -> Map.of("v", value)),
        ITEM("  - - %s\n", 6, false, false, List::of),
        KEY("  - %s: v\n", 6, false, true, value -> Map.of((String) value, "v")),
        FLOW_VALUE("  - {v: %s, w: 1}\n", 6, true, false, value -> Map.of("v", value, "w", 1)),
        FLOW_ITEM("  - [x, %s, z]\n", 6, true, false, value -> List.of("x", value, "z")),
        FLOW_KEY("  - [{%s: v}]\n", 6, true, true, value -> List.of(Map.of((String) value, "v")));

        private final String before;
        private final String after;
        private final ScalarContext context;
        private final Function<Object, Object> seen;

        Frame(String line, int indent, boolean inFlow, boolean key, Function<Object, Object> seen) {
            this.before = line.substring(0, line.indexOf("%s"));
            this.after = line.substring(line.indexOf("%s") + 2);
            this.context = new ScalarContext(ScalarStyle.PLAIN, inFlow, indent, key);
            this.seen = seen;
        }

        String around(String scalar) {
            return before + scalar + after;
        }
    }

    /** What was written, one item of a list after the other, and what each item must mean. */
    private record Batch(String text, List<Object> expected) {}

    private static Batch batch(Random random, int size) {
        StringBuilder text = new StringBuilder(Kubectl.manifest(""));
        List<Object> expected = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            Frame frame = Frame.values()[random.nextInt(Frame.values().length)];
            ScalarStyle style = ScalarStyle.values()[random.nextInt(ScalarStyle.values().length)];
            ScalarContext context = frame.context.withStyle(style);
            switch (random.nextInt(8)) {
                case 0 -> typed(text, expected, frame, context, random);
                case 1 -> document(text, expected, random);
                case 2, 3 -> part(text, expected, frame, context, random);
                default -> scalar(text, expected, frame, context, Texts.random(random));
            }
        }
        return new Batch(text.toString(), expected);
    }

    private static void scalar(
            StringBuilder text, List<Object> expected, Frame frame, ScalarContext context, String value) {
        text.append(frame.around(YamlEmitter.scalar(context, value)));
        expected.add(frame.seen.apply(value));
    }

    private static void typed(
            StringBuilder text, List<Object> expected, Frame frame, ScalarContext context, Random random) {
        Object value = Texts.randomValue(random);
        if (frame.context.key() || value instanceof String) {
            scalar(text, expected, frame, context, String.valueOf(value));
            return;
        }
        text.append(frame.around(YamlEmitter.typed(context, YamlValue.of(value))));
        expected.add(frame.seen.apply(value));
    }

    private static void document(StringBuilder text, List<Object> expected, Random random) {
        Object tree = Texts.randomTree(random, 2);
        text.append("  -\n");
        YamlEmitter.document(tree)
                .lines()
                .forEach(
                        line -> text.append(line.isEmpty() ? "" : "    " + line).append('\n'));
        expected.add(tree);
    }

    /** Text put into the place of a part of a scalar; where that does not fit, the whole is written anew. */
    private static void part(
            StringBuilder text, List<Object> expected, Frame frame, ScalarContext context, Random random) {
        String before = Texts.random(random);
        String value = Texts.random(random);
        String after = Texts.random(random);
        String line = "spec:\n" + frame.around(YamlEmitter.scalar(context, before + SLOT + after));
        YamlScalar written = scalarWithSlot(line);
        int at = written.text().indexOf(SLOT);
        Optional<String> part = YamlEmitter.part(written.context(), before, value, after);
        if (part.isEmpty()) {
            scalar(text, expected, frame, context, before + value + after);
            return;
        }
        Span slot = written.sourceOf(at, at + SLOT.length());
        text.append(line, "spec:\n".length(), slot.start()).append(part.get()).append(line, slot.end(), line.length());
        expected.add(frame.seen.apply(before + value + after));
    }

    private static YamlScalar scalarWithSlot(String text) {
        List<YamlScalar> found = new ArrayList<>();
        YamlWalk.keysAndScalars(YamlFile.parse(text).documents().get(0), (pointer, scalar) -> {
            if (scalar.text().contains(SLOT)) {
                found.add(scalar);
            }
        });
        return found.get(0);
    }

    private static List<Batch> batches = List.of();

    @BeforeAll
    static void write() {
        Random random = new Random(SEED);
        List<Batch> out = new ArrayList<>();
        for (int done = 0; done < VALUES; done += BATCH) {
            out.add(batch(random, Math.min(BATCH, VALUES - done)));
        }
        batches = out;
    }

    @AfterAll
    static void forget() {
        batches = List.of();
    }

    private static void compare(Batch batch, List<?> actual) {
        assertThat(actual).hasSameSizeAs(batch.expected());
        for (int i = 0; i < actual.size(); i++) {
            assertThat(likened(batch.expected().get(i), actual.get(i)))
                    .as("item %d", i)
                    .isEqualTo(Texts.normal(batch.expected().get(i)));
        }
    }

    /** What was read, with a whole number taken for a fraction's equal where JSON does not tell them apart. */
    private static Object likened(Object expected, Object actual) {
        if (expected instanceof Double number && actual instanceof Number read) {
            return Texts.normal(read.doubleValue() == number ? number : read);
        }
        if (expected instanceof List<?> wanted && actual instanceof List<?> list && wanted.size() == list.size()) {
            List<Object> out = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                out.add(likened(wanted.get(i), list.get(i)));
            }
            return out;
        }
        if (expected instanceof Map<?, ?> wanted && actual instanceof Map<?, ?> map) {
            Map<Object, Object> out = new HashMap<>();
            map.forEach((key, value) -> out.put(key, likened(wanted.get(key), value)));
            return out;
        }
        return Texts.normal(actual);
    }

    @Test
    void ourReaderReadsThemBack() {
        batches.forEach(batch -> {
            YamlDocument document = YamlFile.parse(batch.text()).documents().get(0);
            compare(batch, (List<?>) YamlTree.of(document.at("/spec").orElseThrow()));
        });
    }

    @Test
    void aReaderOfYaml12ReadsThemBack() {
        batches.forEach(batch -> {
            // That reader fails where a surrogate pair crosses the end of its buffer.
            LoadSettings settings = LoadSettings.builder()
                    .setCodePointLimit(Integer.MAX_VALUE)
                    .setBufferSize(batch.text().length() + 1)
                    .build();
            Object root = new Load(settings).loadFromString(batch.text());
            compare(batch, (List<?>) ((Map<?, ?>) root).get("spec"));
        });
    }

    @Test
    void kubernetesReaderReadsThemBack() {
        Kubectl kubectl = Kubectl.require();
        batches.forEach(batch -> compare(batch, (List<?>) Corpus.plain(kubectl.spec(batch.text()))));
    }

    @Test
    void theNamedOnesAreAmongThem() {
        Map<String, Integer> seen = new HashMap<>();
        batches.forEach(batch -> batch.expected().forEach(item -> count(item, seen)));
        assertThat(seen.keySet())
                .contains("y", "=", "<<", "0o7", "1e3", ".5", "007", "2001-01-01", "a ", "a: b", "a #b", "%a", "a\tb")
                .contains("\u0001", "\ud83d\ude00");
    }

    private static void count(Object item, Map<String, Integer> seen) {
        if (item instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                count(key, seen);
                count(value, seen);
            });
        } else if (item instanceof List<?> list) {
            list.forEach(value -> count(value, seen));
        } else if (item instanceof String text) {
            seen.merge(text, 1, Integer::sum);
        }
    }

    @Test
    void halfOfAPairIsRefusedInEveryPlaceAndStyle() {
        Random random = new Random(SEED);
        for (int i = 0; i < 1_000; i++) {
            String text = Texts.random(random);
            String half = i % 2 == 0 ? text + '\ud83d' : '\ude00' + text;
            for (Frame frame : Frame.values()) {
                for (ScalarStyle style : ScalarStyle.values()) {
                    ScalarContext context = frame.context.withStyle(style);
                    assertThatThrownBy(() -> YamlEmitter.scalar(context, half))
                            .isInstanceOf(IllegalArgumentException.class);
                    assertThatThrownBy(() -> YamlEmitter.part(context, "a", half, "b"))
                            .isInstanceOf(IllegalArgumentException.class);
                }
            }
            assertThatThrownBy(() -> YamlEmitter.document(Map.of(half, 1)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}

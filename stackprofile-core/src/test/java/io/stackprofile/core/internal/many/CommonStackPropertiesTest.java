package io.stackprofile.core.internal.many;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.parameter.BindingResolver;
import io.stackprofile.core.internal.parameter.Given;
import io.stackprofile.core.internal.template.StackBinder;
import io.stackprofile.parameter.ParameterSet;
import io.stackprofile.parameter.ParameterSource;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.fixture.StackBuilder;
import io.stackprofile.yaml.YamlEmitter;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever differs between stacks of one shape, each comes back by its own values; what has another shape is listed. */
class CommonStackPropertiesTest {

    private static final List<String> WORDS = List.of(
            "debug",
            "eu.acme.dev",
            "a b",
            "",
            "yes",
            "0644",
            "10.0.0.0/8",
            "${X}",
            "$${{ parameters.x }}",
            "#",
            "a: b",
            "line\nline two\n",
            "it's",
            "\"q\"",
            "https://eu.acme.dev/x?y=z",
            "jdbc:pg://db-eu:5432/eu",
            "ünï-çødé",
            "-");

    /** The line breaks at the end of a block of text stay as the first source has them. */
    private static final String BLOCK = "|";

    private static final CommonStack.Guard OPEN = new CommonStack.Guard(text -> true, parameter -> true, path -> path);

    @Property(tries = 300)
    void everySourceOfOneShapeComesBack(@ForAll Random random) {
        Map<String, Object> shape = mapping(random, 3);
        List<StackSpec> specs = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(3); i++) {
            specs.add(spec(varied(random, shape)));
        }

        CommonStack common = CommonStack.of(stacks(specs), OPEN, Limits.defaults());

        for (int i = 0; i < specs.size(); i++) {
            boolean back = tree(bound(common, i)).equals(tree(text(specs.get(i))));
            assertThat(common.residuals().get(i).isEmpty())
                    .as(
                            "source %d is told to come back where it does: %s",
                            i, common.residuals().get(i))
                    .isEqualTo(back);
            assertThat(back || text(specs.get(0)).contains(BLOCK))
                    .as("source %d of %s", i, specs)
                    .isTrue();
        }
        assertThat(bound(common, 0)).isEqualTo(text(specs.get(0)));
    }

    @Property(tries = 100)
    void aKeyThatOnlyOneHasIsListedAndNothingElse(@ForAll Random random) {
        Map<String, Object> shape = mapping(random, 2);
        Map<String, Object> more = new LinkedHashMap<>(shape);
        more.put("only-here", "x");

        List<StackSpec> added = List.of(spec(shape), spec(more));
        List<StackSpec> missing = List.of(spec(more), spec(shape));

        assertThat(kinds(CommonStack.of(stacks(added), OPEN, Limits.defaults())))
                .containsExactly("FIELD_ADDED /only-here");
        assertThat(kinds(CommonStack.of(stacks(missing), OPEN, Limits.defaults())))
                .containsExactly("FIELD_MISSING /only-here");
    }

    private static List<String> kinds(CommonStack common) {
        assertThat(common.residuals().get(0)).isEmpty();
        return common.residuals().get(1).stream()
                .map(residual ->
                        residual.kind() + " " + residual.location().path().orElse(""))
                .toList();
    }

    private static List<SourceStack> stacks(List<StackSpec> specs) {
        return specs.stream()
                .map(spec -> new SourceStack(spec, List.of(), Map.of()))
                .toList();
    }

    /** As a caller would: the source's parameter set through the resolver. */
    private static String bound(CommonStack common, int source) {
        ParameterSet.Builder set = ParameterSet.builder();
        set.name("source");
        common.values().get(source).forEach((name, value) -> set.putSource(name, new ParameterSource.Value(value)));
        BindingResolver resolver = BindingResolver.of(common.parameters(), List.of());
        Given given = Given.of(List.of()).with(Optional.of(set.build()), ref -> Optional.empty());
        return text(StackBinder.bind(common.spec(), common.parameters(), resolver.resolve(given), Limits.defaults()));
    }

    private static StackSpec spec(Object tree) {
        return StackBuilder.stack().manifest("it", YamlEmitter.document(tree)).build();
    }

    private static String text(StackSpec spec) {
        return spec.members().get(0).text().orElseThrow();
    }

    private static Object tree(String text) {
        return YamlTree.of(YamlFile.parse(text).documents().get(0).root().orElseThrow());
    }

    private static Map<String, Object> mapping(Random random, int depth) {
        Map<String, Object> mapping = new LinkedHashMap<>();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            mapping.put("key" + i, node(random, depth));
        }
        return mapping;
    }

    private static Object node(Random random, int depth) {
        int choice = random.nextInt(depth == 0 ? 3 : 6);
        return switch (choice) {
            case 3 -> mapping(random, depth - 1);
            case 4 -> List.of(named("first", random, depth - 1), named("second", random, depth - 1));
            case 5 -> List.of(leaf(random, 0), leaf(random, 0));
            default -> leaf(random, choice);
        };
    }

    private static Map<String, Object> named(String name, Random random, int depth) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("name", name);
        item.putAll(mapping(random, depth));
        return item;
    }

    private static Object leaf(Random random, int kind) {
        return switch (kind) {
            case 1 -> (long) random.nextInt(3);
            case 2 -> random.nextBoolean();
            default -> WORDS.get(random.nextInt(WORDS.size()));
        };
    }

    /** The same shape with other values of the same types. */
    private static Object varied(Random random, Object tree) {
        if (tree instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) -> copy.put((String) key, key.equals("name") ? value : varied(random, value)));
            return copy;
        }
        if (tree instanceof List<?> list) {
            return list.stream().map(item -> varied(random, item)).toList();
        }
        boolean stays = random.nextInt(3) == 0;
        return stays ? tree : leaf(random, tree instanceof Long ? 1 : tree instanceof Boolean ? 2 : 0);
    }
}

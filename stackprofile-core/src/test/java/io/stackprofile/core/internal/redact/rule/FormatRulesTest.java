package io.stackprofile.core.internal.redact.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of the table finds its own examples, finds them through the keyword search, and leaves the others alone. */
class FormatRulesTest {

    private static final Pattern FILL = Pattern.compile("%([alhud])([0-9]{1,3})");

    static Stream<Arguments> matches() {
        return FormatRules.builtIn().rules().stream()
                .flatMap(rule -> rule.matches().stream().map(example -> Arguments.of(rule.id(), example)));
    }

    static Stream<Arguments> others() {
        return FormatRules.builtIn().rules().stream()
                .flatMap(rule -> rule.others().stream().map(example -> Arguments.of(rule.id(), example)));
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @MethodSource("matches")
    void aRuleFindsItsExamples(String rule, String example) {
        String text = "see " + fill(example);
        List<Hit> hits = FormatRules.builtIn().find(text);

        assertThat(hits).extracting(Hit::rule).contains(rule);
        assertThat(hits)
                .allSatisfy(
                        hit -> assertThat(text.substring(hit.from(), hit.to())).isEqualTo(hit.secret()));
    }

    @ParameterizedTest(name = "{0} leaves {1}")
    @MethodSource("others")
    void aRuleLeavesItsCounterExamples(String rule, String example) {
        assertThat(FormatRules.builtIn().find("see " + fill(example)))
                .extracting(Hit::rule)
                .doesNotContain(rule);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("matches")
    void everyRuleHasACounterExample(String rule, String example) {
        assertThat(FormatRules.builtIn().rules())
                .filteredOn(candidate -> candidate.id().equals(rule))
                .singleElement()
                .satisfies(candidate -> assertThat(candidate.others()).isNotEmpty());
    }

    /** Fills an example's marks, the same way on each run. */
    static String fill(String example) {
        Random random = new Random(example.hashCode());
        Matcher mark = FILL.matcher(example.replace("\\n", "\n"));
        StringBuilder out = new StringBuilder();
        while (mark.find()) {
            mark.appendReplacement(out, characters(mark.group(1), Integer.parseInt(mark.group(2)), random));
        }
        return mark.appendTail(out).toString();
    }

    private static String characters(String kind, int count, Random random) {
        String alphabet = switch (kind) {
            case "l" -> "abcdefghijklmnopqrstuvwxyz0123456789";
            case "h" -> "0123456789abcdef";
            case "u" -> "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
            case "d" -> "0123456789";
            default -> "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
        };
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            out.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return out.toString();
    }
}

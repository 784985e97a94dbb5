package io.stackprofile.core.internal.redact.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of the tables finds its own examples wherever they stand, and leaves the others alone. */
class FormatRulesTest {

    private static final FormatRules RULES = FormatRules.builtIn();
    private static final int DRAWS = 10;
    private static final String FAR = "the quick brown fox\n".repeat(40);

    static Stream<FormatRule> rules() {
        return RULES.rules().stream();
    }

    @Test
    void thereAreMoreThanTwoHundredWithIdsOfTheirOwn() {
        assertThat(rules().map(FormatRule::id)).hasSizeGreaterThan(200).doesNotHaveDuplicates();
        assertThat(rules()).allSatisfy(rule -> {
            assertThat(rule.id()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
            assertThat(rule.examples().matches()).as(rule.id()).isNotEmpty();
            assertThat(rule.examples().others()).as(rule.id()).isNotEmpty();
            assertThat(rule.pattern().matcher("").find()).as(rule.id()).isFalse();
        });
    }

    // Or a text that is full of them would be read by a pattern from end to end.
    @Test
    void keywordsThatStandEverywhereAreTriedOnlyInLongRuns() {
        assertThat(rules())
                .filteredOn(rule -> rule.keywords().stream().anyMatch(keyword -> keyword.length() < 3))
                .allSatisfy(rule -> assertThat(rule.run()).as(rule.id()).isPositive());
    }

    // A format of its own is enough. Where only a vendor's name speaks for a value, the value must look drawn.
    @ParameterizedTest
    @MethodSource("rules")
    void aRuleFindsWhateverAVendorDraws(FormatRule rule) {
        for (String example : rule.examples().matches()) {
            long found = IntStream.range(0, DRAWS)
                    .filter(draw -> !alone(rule, Example.fill(example, draw)).isEmpty())
                    .count();
            assertThat(found).as(example).isGreaterThanOrEqualTo(rule.check() == Check.GENERATED ? DRAWS - 3 : DRAWS);
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleFindsItsExamplesInAnySurroundings(FormatRule rule) {
        for (String example : rule.examples().matches()) {
            String text = Example.fill(example, 0);
            String secret = alone(rule, text).get(0).secret();
            surroundings(text)
                    .forEach((where, surrounded) -> assertThat(alone(rule, surrounded))
                            .as("%s, %s", where, example)
                            .anySatisfy(hit -> {
                                assertThat(hit.secret()).isIn(secret, secret + ".", json(secret));
                                assertThat(surrounded.substring(hit.from(), hit.to()))
                                        .isEqualTo(hit.secret());
                            }));
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleLeavesItsCounterExamples(FormatRule rule) {
        for (String other : rule.examples().others()) {
            for (int draw = 0; draw < DRAWS; draw++) {
                surroundings(Example.fill(other, draw))
                        .forEach((where, surrounded) -> assertThat(alone(rule, surrounded))
                                .as("%s, %s", where, other)
                                .isEmpty());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void noEarlierRuleTakesAnExampleUnlessItIsSaidWhy(FormatRule rule) {
        List<String> shared = rule.examples().shared().stream()
                .map(reason -> reason.substring(0, reason.indexOf(' ')))
                .toList();
        for (String example : rule.examples().matches()) {
            assertThat(RULES.find(Example.fill(example, 0)))
                    .extracting(Hit::rule)
                    .as(example)
                    .anySatisfy(found -> assertThat(found).isIn(with(shared, rule.id())));
        }
    }

    private static List<String> with(List<String> shared, String id) {
        return Stream.concat(Stream.of(id), shared.stream()).toList();
    }

    private static List<Hit> alone(FormatRule rule, String text) {
        return FormatRules.of(List.of(rule)).find(text);
    }

    private static Map<String, String> surroundings(String text) {
        Map<String, String> out = new LinkedHashMap<>();
        out.put("alone", text);
        out.put("in a sentence", "it is " + text + " today");
        out.put("at the end of a sentence", "Use " + text + ".");
        out.put("as a value", "SETTING=" + text + "\nOTHER=1");
        out.put("far from the edges", FAR + text + "\n" + FAR);
        if (text.indexOf('"') < 0 && text.indexOf('\n') < 0) {
            out.put("in quotes", "setting: \"" + text + "\"");
            out.put("in single quotes", "run --setting '" + text + "' --more");
        }
        out.put("in JSON", "{\"setting\":\"" + json(text) + "\",\"more\":1}");
        if (text.matches("[A-Za-z0-9_.~+/-]+")) {
            out.put("in a query", "https://api.example.org/v1?setting=" + text + "&more=1");
        }
        return out;
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}

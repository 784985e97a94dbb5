package io.stackprofile.core.internal.redact.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Matcher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trying rules in windows finds what trying them on the whole text finds, and reads little. */
class WindowSearchTest {

    private static final FormatRules RULES = FormatRules.builtIn();
    private static final int LENGTH = 150_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void windowsFindWhatTheWholeTextHolds(int seed) {
        String text = documentOfExamples(seed);

        assertThat(RULES.find(text)).isEqualTo(onTheWholeText(text));
        assertThat(RULES.find(text)).hasSizeGreaterThan(200);
    }

    @Test
    void aSecretLongerThanItsWindowIsNotCut() {
        String body = Example.fill("%a900%a900%a900%a900%a900", 1);
        for (String text : List.of(
                "hvs." + body,
                "eyJhbGciOiJIUzI1NiJ9.eyJhIjoi" + body + "." + body,
                "-----BEGIN PRIVATE KEY-----\n" + (body + "\n").repeat(5) + "-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\n" + (body + "\n").repeat(5) + body)) {
            assertThat(RULES.find("a: " + text + " z"))
                    .singleElement()
                    .satisfies(hit -> assertThat(hit.secret()).isEqualTo(text));
        }
    }

    @Test
    void aTokenThatGoesOnBehindItsWindowIsAnotherFormat() {
        FormatRules one = only("aws-access-key-id");
        String key = Example.fill("AKIA%u16", 1);

        assertThat(one.find(key)).hasSize(1);
        assertThat(one.find(key + "B".repeat(2_000))).isEmpty();
        assertThat(one.find("B".repeat(2_000) + key)).isEmpty();
    }

    @Test
    void placeholdersAreNeverPartOfASecret() {
        String token = Example.fill("%a20", 1);

        assertThat(RULES.find("https://bot:${{ parameters.git_password }}@git.example.org"))
                .isEmpty();
        assertThat(RULES.find("https://bot:" + token + "@git.example.org/${{ parameters.repository }}"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AKIA",
                "AKIA ",
                "ghp_",
                "sk-",
                "s.",
                "@",
                "://",
                "a://b@",
                "eyJ",
                "-----BEGIN PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\n",
                "password=",
                ";password=",
                "github_token=",
                "\"d\":\"",
                "$2a$",
                "Authorization: ",
                "SG.",
                "==",
                "|",
                "LS0tLS1CRUdJTi",
                "jdbc:",
                "hooks.slack.com/services/",
                "a"
            })
    void keywordsWithoutEndCostWhatTheTextIsLong(String keyword) {
        String text = keyword.repeat(LENGTH / keyword.length());

        WindowSearch search = RULES.search(text);

        long owners = RULES.rules().stream()
                .filter(rule -> rule.keywords().stream()
                        .anyMatch(word ->
                                (keyword + keyword).toLowerCase(Locale.ROOT).contains(word)))
                .count();
        assertThat(search.read()).isLessThanOrEqualTo(8L * (owners + 1) * text.length());
    }

    @Test
    void whatIsReadDoesNotDependOnHowLongATextWithoutKeywordsIs() {
        String line = "an ordinary line of an ordinary manifest\n";
        String token = Example.fill("ghp_%a36", 1);

        WindowSearch small = RULES.search(line.repeat(100) + token + "\n" + line.repeat(100));
        WindowSearch large = RULES.search(line.repeat(10_000) + token + "\n" + line.repeat(10_000));

        assertThat(large.hits()).hasSize(1);
        assertThat(large.tries()).isEqualTo(small.tries());
        assertThat(large.read()).isEqualTo(small.read());
    }

    private static FormatRules only(String id) {
        return FormatRules.of(
                RULES.rules().stream().filter(rule -> rule.id().equals(id)).toList());
    }

    private static String documentOfExamples(int seed) {
        List<String> examples = new ArrayList<>(RULES.rules().stream()
                .flatMap(rule -> Stream.concat(rule.examples().matches().stream(), rule.examples().others().stream()))
                .map(example -> Example.fill(example, seed))
                .toList());
        Collections.shuffle(examples, new Random(seed));
        StringBuilder text = new StringBuilder();
        for (String example : examples) {
            text.append("value: ").append(example).append("\n\nname: a word and a path/to/it\n");
        }
        return text.toString();
    }

    // The rules one after the other, each on the whole text.
    private static List<Hit> onTheWholeText(String text) {
        List<Hit> hits = new ArrayList<>();
        Spans taken = new Spans();
        for (FormatRule rule : RULES.rules()) {
            Matcher matcher = rule.pattern().matcher(text);
            while (matcher.find()) {
                int from = matcher.start(rule.group());
                int to = matcher.end(rule.group());
                if (from >= 0 && from < to && rule.check().accepts(text.substring(from, to)) && taken.claim(from, to)) {
                    hits.add(rule.hit(from, to, text.substring(from, to)));
                }
            }
        }
        hits.sort(Comparator.comparingInt(Hit::from));
        return hits;
    }
}

package io.stackprofile.benchmarks.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stackprofile.benchmarks.score.Verdict.Kind;
import io.stackprofile.capture.Cleaning;
import io.stackprofile.capture.Redaction;
import io.stackprofile.error.Location;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each rule of scoring, on outcomes made by hand: what a capture could have made of a document, right or wrong. */
class ScoringTest {

    private static final String WORD = "dummy";

    @Test
    void aSecretThatIsGoneIsFound() {
        assertThat(secret("a: {p: hunter22}", "/a/p", "hunter22", "a: {p: dummy}"))
                .isEqualTo(Kind.FOUND);
    }

    @Test
    void aSecretThatStandsAsItWasIsMissed() {
        assertThat(secret("p: hunter22", "/p", "hunter22", "p: hunter22")).isEqualTo(Kind.MISSED);
    }

    @Test
    void aSecretOfWhichOnlyItsNeighbourWasTakenIsMissed() {
        assertThat(secret("p: u:hunter22@h", "/p", "hunter22", "p: dummy:hunter22@h"))
                .isEqualTo(Kind.MISSED);
    }

    @Test
    void aSecretThatStandsInBase64IsMissed() {
        assertThat(secret("p: " + base64("user=hunter22"), "/p", "hunter22", "p: " + base64("dummy=hunter22")))
                .isEqualTo(Kind.MISSED);
        assertThat(secret("p: " + base64("user=hunter22"), "/p", "hunter22", "p: " + base64("user=dummy")))
                .isEqualTo(Kind.FOUND);
    }

    @Test
    void onlyTheLabelledLeafCounts() {
        assertThat(secret("p: hunter22\nq: hunter22", "/p", "hunter22", "p: dummy\nq: hunter22"))
                .isEqualTo(Kind.FOUND);
    }

    @Test
    void aLeafThatIsNoLongerWhatItWasIsMalformed() {
        assertThat(secret("p: " + base64("user=hunter22"), "/p", "hunter22", "p: '~dummy~'"))
                .isEqualTo(Kind.MALFORMED);
        assertThat(secret("p: '{\"k\": \"hunter22\"}'", "/p", "hunter22", "p: '{\"k\": dummy}'"))
                .isEqualTo(Kind.MALFORMED);
        assertThat(secret("p: '<k>hunter22</k>'", "/p", "hunter22", "p: '<k>dummy'"))
                .isEqualTo(Kind.MALFORMED);
        assertThat(secret("p: |\n  k: hunter22\n  l: 1\n", "/p", "hunter22", "p: |\n  k: [dummy\n  l: 1\n"))
                .isEqualTo(Kind.MALFORMED);
    }

    @Test
    void aLeafThatStillIsWhatItWasIsFound() {
        assertThat(secret("p: '{\"k\": \"hunter22\"}'", "/p", "hunter22", "p: '{\"k\": \"dummy\"}'"))
                .isEqualTo(Kind.FOUND);
        assertThat(secret("p: '<k>hunter22</k>'", "/p", "hunter22", "p: '<k>dummy</k>'"))
                .isEqualTo(Kind.FOUND);
        assertThat(secret("p: |\n  k: hunter22\n  l: 1\n", "/p", "hunter22", "p: |\n  k: dummy\n  l: 1\n"))
                .isEqualTo(Kind.FOUND);
        assertThat(secret("p: |\n  k=hunter22\n  l=1\n", "/p", "hunter22", "p: |\n  k=dummy\n  l=1\n"))
                .isEqualTo(Kind.FOUND);
    }

    @Test
    void aWholeLeafThatIsTheSecretHasNoFormToKeep() {
        assertThat(secret("p: '{\"kty\": \"oct\"}'", "/p", "{\"kty\": \"oct\"}", "p: dummy"))
                .isEqualTo(Kind.FOUND);
    }

    @Test
    void aDocumentThatIsNoLongerYamlIsMalformed() {
        assertThat(secret("p: hunter22", "/p", "hunter22", "p: [dummy")).isEqualTo(Kind.MALFORMED);
        assertThat(other("p: plain", "/p", "p: [plain")).isEqualTo(Kind.TOUCHED);
    }

    @Test
    void anyOtherLeafIsLeftOrTouched() {
        assertThat(other("p: plain\nq: x", "/p", "p: plain\nq: dummy")).isEqualTo(Kind.LEFT);
        assertThat(other("p: plain", "/p", "p: \"plain\"")).isEqualTo(Kind.LEFT);
        assertThat(other("p: plain", "/p", "p: dummy")).isEqualTo(Kind.TOUCHED);
        assertThat(other("p: plain", "/p", "q: plain")).isEqualTo(Kind.TOUCHED);
    }

    @Test
    void aLeafThatWasCleanedAwayIsRightForBoth() {
        Outcome cleaned = new Outcome("a: 1", "a: 1", List.of(), List.of(cleaning("/status")));
        assertThat(Scoring.judge(place("status: {t: abc}\na: 1", "/status/t", true, "abc"), cleaned)
                        .kind())
                .isEqualTo(Kind.CLEANED);
        assertThat(Scoring.judge(place("status: {t: abc}\na: 1", "/status/t", false, ""), cleaned)
                        .kind())
                .isEqualTo(Kind.CLEANED);
        assertThat(Scoring.judge(place("statusPage: abc\na: 1", "/statusPage", false, ""), cleaned)
                        .kind())
                .isEqualTo(Kind.TOUCHED);
    }

    @Test
    void theRuleThatFiredIsNamedByPlaceAndByParameter() {
        Outcome outcome = new Outcome(
                "p: ${{ parameters.one }}",
                "p: dummy",
                List.of(
                        redaction("elsewhere", "/x", "one"),
                        redaction("here", "/p", "two"),
                        redaction("no", "/y", "y")),
                List.of());

        assertThat(Scoring.judge(place("p: plain", "/p", false, ""), outcome).rules())
                .containsExactly("elsewhere", "here");
    }

    @Test
    void aPathWithoutALeafIsABadLine() {
        assertThatThrownBy(() -> other("p: {q: 1}", "/p", "p: {q: 1}"))
                .isInstanceOf(BadCorpusException.class)
                .hasMessage("line 7 has no leaf at its path");
    }

    private static Kind secret(String before, String path, String value, String after) {
        Outcome outcome = new Outcome(after.replace(WORD, "${{ parameters.p }}"), after, List.of(), List.of());
        return Scoring.judge(place(before, path, true, value), outcome).kind();
    }

    private static Kind other(String before, String path, String after) {
        return Scoring.judge(place(before, path, false, ""), new Outcome(after, after, List.of(), List.of()))
                .kind();
    }

    private static LabelledPlace place(String doc, String path, boolean secret, String value) {
        return new LabelledPlace(7, "seven", doc, path, secret, value, "env");
    }

    private static Cleaning cleaning(String path) {
        return Cleaning.builder()
                .rule("status")
                .location(at(path))
                .reason("Why.")
                .build();
    }

    private static Redaction redaction(String rule, String path, String parameter) {
        return Redaction.builder()
                .rule(rule)
                .location(at(path))
                .reason("Why.")
                .confidence(Redaction.Confidence.HIGH)
                .action(Redaction.Action.PARAMETERISED)
                .parameter(Optional.of(parameter))
                .build();
    }

    private static Location at(String path) {
        return Location.builder().path(path).build();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

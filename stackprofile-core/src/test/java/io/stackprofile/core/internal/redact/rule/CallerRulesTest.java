package io.stackprofile.core.internal.redact.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stackprofile.capture.Redaction.Confidence;
import io.stackprofile.spi.redact.SecretRule;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A caller's formats are found like the library's own, and are refused with a reason when they cannot work. */
class CallerRulesTest {

    private static final String ID = "acme-deploy-token";
    private static final String SAYS = "a deploy token of Acme";
    private static final String PATTERN = "\\bacme_dt_[a-z0-9]{32}\\b";
    private static final String TOKEN = "acme_dt_0123456789abcdef0123456789abcdef";

    @Test
    void aCallersTokenIsFoundWithItsWordsAndConfidence() {
        FormatRules rules = FormatRules.with(List.of(SecretRule.builder()
                .id(ID)
                .description(SAYS)
                .addKeyword("acme_dt_")
                .pattern(PATTERN)
                .confidence(Confidence.MEDIUM)
                .build()));

        assertThat(rules.find("--deploy=" + TOKEN + " --dry-run"))
                .singleElement()
                .satisfies(hit -> {
                    assertThat(hit.rule()).isEqualTo("acme-deploy-token");
                    assertThat(hit.secret()).isEqualTo(TOKEN);
                    assertThat(hit.reason()).isEqualTo("It looks like a deploy token of Acme.");
                    assertThat(hit.confidence()).isEqualTo(Confidence.MEDIUM);
                });
    }

    @Test
    void onlyTheGroupIsTheSecret() {
        FormatRules rules = FormatRules.with(List.of(rule(ID, SAYS, "acme_(dt|rt)_([a-z0-9]{32})", 2, "acme_dt_")));

        assertThat(rules.find(TOKEN))
                .singleElement()
                .satisfies(hit -> assertThat(hit.secret()).isEqualTo(TOKEN.substring(8)));
    }

    @Test
    void aGroupThatTookNoPartIsNoSecret() {
        FormatRules rules = FormatRules.with(List.of(rule(ID, SAYS, "acme_dt_(?:none|([a-z0-9]{32}))", 1, "acme_dt_")));

        assertThat(rules.find("acme_dt_none")).isEmpty();
        assertThat(rules.find(TOKEN)).hasSize(1);
    }

    @Test
    void keywordsAreFoundInAnyCase() {
        FormatRules rules = FormatRules.with(List.of(rule(ID, SAYS, "(?i)acme_dt_[a-z0-9]{32}", 0, "acme_dt_")));

        assertThat(rules.find(TOKEN.toUpperCase(Locale.ROOT))).hasSize(1);
    }

    @Test
    void aCallersRuleGoesBeforeTheLibrarys() {
        String key = "npm_" + "aB3dE5gH7j".repeat(3) + "kL9mN1";
        FormatRules rules = FormatRules.with(List.of(SecretRule.builder()
                .id("acme-npm-token")
                .description("an npm token of Acme")
                .addKeyword("npm_")
                .pattern("npm_[A-Za-z0-9]{36}")
                .build()));

        assertThat(FormatRules.builtIn().find(key)).extracting(Hit::rule).containsExactly("npm-token");
        assertThat(rules.find(key)).extracting(Hit::rule).containsExactly("acme-npm-token");
    }

    @Test
    void theLibrarysRulesStayAsTheyAre() {
        FormatRules.with(List.of(rule(ID, SAYS, PATTERN, 0, "acme_dt_")));

        assertThat(FormatRules.builtIn().find(TOKEN)).isEmpty();
        assertThat(FormatRules.with(List.of()).rules())
                .isEqualTo(FormatRules.builtIn().rules());
    }

    @Test
    void whatIsWrongIsSaid() {
        refused(rule("Acme_Token", SAYS, PATTERN, 0, "acme_dt_"), "its id is not kebab case");
        refused(rule("acme--token", SAYS, PATTERN, 0, "acme_dt_"), "its id is not kebab case");
        refused(rule("github-token", SAYS, PATTERN, 0, "acme_dt_"), "another rule has the id github-token");
        refused(rule(ID, " ", PATTERN, 0, "acme_dt_"), "it has no description");
        refused(rule(ID, SAYS, PATTERN, 0), "it has no keyword");
        refused(rule(ID, SAYS, PATTERN, 0, "acme_dt_", "ac"), "keyword 2 is shorter than 3 characters");
        refused(rule(ID, SAYS, PATTERN, 0, "acm\u00e9_"), "keyword 1 holds more than printable ASCII characters");
        refused(rule(ID, SAYS, "(?<=acme)x", 0, "acme"), "its pattern is not one that RE2 reads");
        refused(rule(ID, SAYS, "(acme", 0, "acme"), "its pattern is not one that RE2 reads");
        refused(rule(ID, SAYS, PATTERN, 1, "acme_dt_"), "its pattern has no group 1");
        refused(rule(ID, SAYS, PATTERN, -1, "acme_dt_"), "its pattern has no group -1");
        refused(rule(ID, SAYS, "(?:acme_dt_)?", 0, "acme_dt_"), "its pattern matches the empty text");
    }

    @Test
    void twoRulesOfOneIdAreRefused() {
        SecretRule rule = rule(ID, SAYS, PATTERN, 0, "acme_dt_");
        assertThatThrownBy(() -> FormatRules.with(List.of(rule, rule)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("secret rule 2 (acme-deploy-token): another rule has the id acme-deploy-token");
    }

    private static void refused(SecretRule wrong, String because) {
        assertThatThrownBy(() -> FormatRules.with(List.of(wrong)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("secret rule 1 (" + wrong.id() + "): " + because);
    }

    private static SecretRule rule(String id, String says, String pattern, int group, String... keywords) {
        return SecretRule.builder()
                .id(id)
                .description(says)
                .addKeywords(keywords)
                .pattern(pattern)
                .group(group)
                .build();
    }
}

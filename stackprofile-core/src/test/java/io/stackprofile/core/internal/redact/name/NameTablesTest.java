package io.stackprofile.core.internal.redact.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row of the tables does what its list says, in every spelling of a name. */
class NameTablesTest {

    private final CredentialNames names = CredentialNames.builtIn();

    @ParameterizedTest
    @MethodSource("phrases")
    void aPhraseSaysAsMuchAsItsListInEverySpellingAndWhosesoever(Strength least, String phrase) {
        assertThat(spellings(phrase))
                .allSatisfy(name -> assertThat(names.of(name)).isGreaterThanOrEqualTo(least));
    }

    static Stream<Arguments> phrases() {
        return Stream.of(Strength.STRONG, Strength.FIRM, Strength.LIKELY)
                .flatMap(strength -> Words.list(strength.name().toLowerCase(Locale.ROOT)).stream()
                        .map(phrase -> Arguments.of(strength, phrase)));
    }

    @ParameterizedTest
    @MethodSource("metadata")
    void whatDescribesAPasswordIsNone(String word) {
        assertThat(names.of(camel("dbPassword " + word))).isEqualTo(Strength.NONE);
        assertThat(names.of("DB_PASSWORD_" + word.toUpperCase(Locale.ROOT))).isEqualTo(Strength.NONE);
    }

    static Stream<String> metadata() {
        Set<String> phrases = Set.of("id", "key", "keys", "hash");
        return Words.list("metadata").stream().filter(word -> !phrases.contains(word));
    }

    @ParameterizedTest
    @MethodSource("trailers")
    void aTrailerLeavesAPasswordOne(String word) {
        assertThat(names.of(camel("dbPassword " + word))).isEqualTo(Strength.STRONG);
        assertThat(names.of("db-password-" + word)).isEqualTo(Strength.STRONG);
    }

    static List<String> trailers() {
        return Words.list("trailer");
    }

    @ParameterizedTest
    @MethodSource("plainKeys")
    void aPlainKeyIsNoSecret(String word) {
        assertThat(names.of(camel(word + " key"))).isEqualTo(Strength.NONE);
    }

    static List<String> plainKeys() {
        return Words.list("plain-key");
    }

    @ParameterizedTest
    @MethodSource("never")
    void aNameWithSuchAWordIsNoSecret(String word) {
        assertThat(names.of(camel(word + " password"))).isEqualTo(Strength.NONE);
        assertThat(names.describes(camel(word + " password"))).isTrue();
    }

    static List<String> never() {
        return Words.list("never");
    }

    @ParameterizedTest
    @MethodSource("modifiers")
    void aSecretOfSuchAThingIsFirm(String word) {
        assertThat(names.of(camel(word + " secret"))).isGreaterThanOrEqualTo(Strength.FIRM);
        assertThat(names.of(camel(word + " token"))).isGreaterThanOrEqualTo(Strength.FIRM);
    }

    static List<String> modifiers() {
        return Words.list("firm-modifier");
    }

    @ParameterizedTest
    @MethodSource("glued")
    void whatWasRunTogetherIsTakenApart(String phrase) {
        String glued = phrase.replace(" ", "");
        assertThat(names.of("shop" + glued)).isEqualTo(names.of("shop_" + phrase.replace(" ", "_")));
    }

    static List<String> glued() {
        return Words.list("glued");
    }

    @ParameterizedTest
    @MethodSource("owners")
    void aShortWordBehindItsOwnerIsAPassword(String owner) {
        assertThat(List.of(owner + "pass", owner + "pwd", owner.toUpperCase(Locale.ROOT) + "PW"))
                .allSatisfy(name -> assertThat(names.of(name)).isEqualTo(Strength.STRONG));
    }

    static List<String> owners() {
        return Words.list("glued-pass");
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void aCredentialStaysOneWhoseverNameFollows(String word) {
        assertThat(names.of(word + "_foobar")).isEqualTo(Strength.LIKELY);
        assertThat(names.of("db_password_foobar")).isEqualTo(Strength.FIRM);
        assertThat(names.of("bouncer_key_foobar")).isEqualTo(Strength.LIKELY);
        assertThat(names.of("a_b_c_d_e_f_g_h_i_j_k_l_" + word + "_foobar")).isEqualTo(Strength.NONE);
    }

    static List<String> carriers() {
        return Words.list("carrier");
    }

    @ParameterizedTest
    @MethodSource("holders")
    void whatAHolderHoldsIsJudgedByIt(String phrase) {
        assertThat(names.below(camel(phrase)).strength()).isGreaterThanOrEqualTo(Strength.FIRM);
    }

    static Stream<String> holders() {
        return Stream.concat(Words.list("holder").stream(), Words.list("passwords").stream());
    }

    @ParameterizedTest
    @MethodSource("bare")
    void aBareWordTakesItsMeaningFromTheKeyAbove(String word) {
        assertThat(names.isBare(word)).isTrue();
        assertThat(names.of(word)).isLessThanOrEqualTo(Strength.STRONG);
    }

    static List<String> bare() {
        return Words.list("bare");
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aUserAndAPasswordMayBeInOneText(String phrase) {
        assertThat(names.joinsUserAndPassword(camel("proxy " + phrase))).isTrue();
    }

    static List<String> pairs() {
        return Words.list("user-password");
    }

    @ParameterizedTest
    @MethodSource("urls")
    void aUrlMayBeASecret(String phrase) {
        assertThat(names.hasSecretUrl("team", camel("team " + phrase))).isTrue();
    }

    static List<String> urls() {
        return Words.list("secret-url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "strong",
                "firm",
                "likely",
                "firm-modifier",
                "plain-key",
                "never",
                "passwords",
                "holder",
                "trailer",
                "metadata",
                "carrier",
                "glued",
                "glued-pass",
                "bare",
                "proof",
                "user",
                "selector",
                "user-password",
                "secret-url",
                "value",
                "switch",
                "hint",
                "structure",
                "key-of-secret",
                "asks-to-be-replaced",
                "method",
                "speaks"
            })
    void everyRowHasAReason(String list) {
        assertThat(Words.reasons(list).values())
                .isNotEmpty()
                .allSatisfy(reason -> assertThat(reason).isNotBlank().doesNotEndWith("."));
    }

    private static List<String> spellings(String phrase) {
        String snake = phrase.replace(' ', '_');
        return List.of(
                snake,
                camel(phrase),
                "app." + phrase.replace(' ', '.'),
                "SHOP_" + snake.toUpperCase(Locale.ROOT),
                "shop-" + phrase.replace(' ', '-'),
                "SHOP__MAIN__" + snake.toUpperCase(Locale.ROOT) + "_2",
                camel(phrase) + "Prod",
                "--" + phrase.replace(' ', '-'));
    }

    private static String camel(String phrase) {
        String words = Arrays.stream(phrase.split(" "))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }
}

package io.stackprofile.core.internal.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stackprofile.Limits;
import io.stackprofile.capture.Redaction;
import io.stackprofile.capture.Redaction.Action;
import io.stackprofile.capture.RedactionOverride;
import io.stackprofile.capture.RedactionPolicy;
import io.stackprofile.core.internal.redact.rule.Knowledge;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Finding;
import io.stackprofile.error.SecretException;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What overrides do at places of every kind. */
class OverridesTest {

    private static final String SECRET = "vK7-mottled-Heron-2291";
    private static final String TOKEN = "ghp_9aKq2LmZx81RtYbVnC04WsEdJfGh5TuPoi7Q";

    @Test
    void anAllowOfOneRuleLeavesWhatOthersFind() {
        RedactedStack stack = redact(
                values("note: \"see " + TOKEN + " and https://bob:" + SECRET + "@example.org/\"\n"),
                RedactionOverride.allow("A revoked token.")
                        .path("note")
                        .rule("github-token")
                        .build());

        assertThat(text(stack)).contains(TOKEN).doesNotContain(SECRET);
        assertThat(actions(stack)).containsExactlyInAnyOrder(Action.ALLOWED, Action.PARAMETERISED);
    }

    @Test
    void registryCredentialsAndDeclaredPathsAreBeyondEveryAllow() {
        Addon addon = values("auths:\n  ghcr.io:\n    password: " + SECRET + "\nplan: lagoon-tinder-4007\n");
        RedactionContext context = RedactionContext.builder()
                .putAllEncryptedPaths(Map.of(addon.ref(), List.of("plan")))
                .build();

        RedactedStack stack = redactor(
                        RedactionOverride.allow("x").member("addon/*").build())
                .redact(StackSpec.builder().addMembers(addon).build(), List.of(), context);

        assertThat(text(stack)).doesNotContain(SECRET).doesNotContain("lagoon");
        assertThat(stack.warnings())
                .extracting(Finding::code)
                .containsExactly("allow-without-effect", "allow-without-effect");
    }

    @Test
    void aDenyReachesThroughAliasesAndMergeKeys() {
        RedactedStack stack = redact(
                values("base: &b {plan: lagoon tinder}\nprod: {<<: *b}\nother: &o harmless words\nseen: *o\n"),
                RedactionOverride.deny("x").path("prod.plan").build(),
                RedactionOverride.deny("x").path("seen").build());

        assertThat(text(stack)).doesNotContain("lagoon").doesNotContain("harmless");
        assertThat(stack.warnings()).isEmpty();
    }

    @Test
    void aValueThatIsSecretThroughAnAliasIsOneAtItsAllowedAnchorToo() {
        RedactedStack stack = redact(
                values("shown: &p " + SECRET + "\nadminPassword: *p\n"),
                RedactionOverride.allow("x").path("shown").build());

        assertThat(text(stack)).doesNotContain(SECRET);
    }

    @Test
    void whatStandsBetweenPlaceholdersIsDeniedAndThePlaceholdersStay() {
        Parameter domain = Parameter.builder()
                .name("domain")
                .type(ParameterType.STRING)
                .required(true)
                .build();
        RedactedStack stack = redactor(RedactionOverride.deny("x").path("url").build())
                .redact(
                        StackSpec.builder()
                                .addMembers(values("url: left-of ${{ parameters.domain }} right-of\n"))
                                .build(),
                        List.of(domain),
                        RedactionContext.none());

        assertThat(text(stack))
                .contains(" ${{ parameters.domain }} ")
                .doesNotContain("left-of")
                .doesNotContain("right-of");
        assertThat(stack.redactions()).hasSize(2);
        assertThat(stack.roundTrip().exact()).isTrue();
    }

    @Test
    void aCommentIsAllowedByMemberOrRuleAndNeverByPath() {
        Addon addon = values("a: b # " + TOKEN + "\n");

        RedactedStack byRule = redact(
                addon, RedactionOverride.allow("Revoked.").rule("github-token").build());
        RedactedStack byPath =
                redact(addon, RedactionOverride.allow("Revoked.").path("**.a").build());

        assertThat(text(byRule)).contains(TOKEN);
        assertThat(byRule.redactions()).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo(Action.ALLOWED);
            assertThat(entry.location().line()).contains(1);
        });
        assertThat(text(byPath)).isEqualTo("a: b # [redacted]\n");
        assertThat(byPath.warnings()).extracting(Finding::code).containsExactly("allow-unused");
    }

    @Test
    void aParametersDefaultIsAllowedOrDeniedByItsName() {
        List<Parameter> parameters = List.of(string("admin_password", SECRET), string("plan", "lagoon-tinder"));
        RedactedStack stack = redactor(
                        RedactionOverride.allow("A demo.")
                                .path("/parameters/admin_password")
                                .build(),
                        RedactionOverride.deny("x").path("/parameters/plan").build())
                .redact(StackSpec.builder().build(), parameters, RedactionContext.none());

        assertThat(stack.parameters())
                .extracting(Parameter::type)
                .containsExactly(ParameterType.STRING, ParameterType.SECRET);
        assertThat(stack.parameters().get(0).defaultValue()).contains(ParameterValue.of(SECRET));
        assertThat(stack.redactions())
                .extracting(Redaction::action)
                .containsExactlyInAnyOrder(Action.ALLOWED, Action.PARAMETERISED);
    }

    @Test
    void aDefaultIsAllowedWhereItStandsUnlessAnotherOfItsPlacesSaysSecret() {
        List<Parameter> parameters = List.of(string("demo", SECRET));
        RedactionOverride allow =
                RedactionOverride.allow("A demo.").path("adminPassword").build();
        Addon once = values("adminPassword: ${{ parameters.demo }}\n");
        Addon twice = values("adminPassword: ${{ parameters.demo }}\nrootPassword: ${{ parameters.demo }}\n");

        RedactedStack allowed = redactor(allow)
                .redact(StackSpec.builder().addMembers(once).build(), parameters, RedactionContext.none());
        RedactedStack secret = redactor(allow)
                .redact(StackSpec.builder().addMembers(twice).build(), parameters, RedactionContext.none());

        assertThat(actions(allowed)).containsExactly(Action.ALLOWED);
        assertThat(allowed.redactions().get(0).location().path()).contains("/parameters/demo");
        assertThat(allowed.parameters()).isEqualTo(parameters);
        assertThat(actions(secret)).containsExactly(Action.PARAMETERISED);
        assertThat(secret.warnings()).extracting(Finding::code).containsExactly("allow-without-effect");
    }

    @Test
    void aKindIsThatOfTheObjectAndValuesHaveNone() {
        Manifest manifest = Manifest.builder()
                .name("config")
                .content("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\ndata:\n  adminPassword: " + SECRET
                        + "\n")
                .build();
        RedactionOverride allow =
                RedactionOverride.allow("A demo.").kind("ConfigMap").path("**").build();

        assertThat(text(redact(manifest, allow))).contains(SECRET);
        assertThat(text(redact(values("kind: ConfigMap\nadminPassword: " + SECRET + "\n"), allow)))
                .doesNotContain(SECRET);
    }

    @Test
    void callersNamesAreJudgedWithTheLibrarysOwn() {
        RedactionPolicy policy = RedactionPolicy.builder()
                .addSecretName("accessPhrase")
                .addHarmlessName("sessionPassword")
                .build();
        RedactedStack stack = new Redactor(Knowledge.builtIn(), Limits.defaults(), policy)
                .redact(
                        StackSpec.builder()
                                .addMembers(values("accessPhrase: lagoon7\nsessionPassword: tinder7\n"))
                                .build(),
                        List.of(),
                        RedactionContext.none());

        assertThat(text(stack)).doesNotContain("lagoon7").contains("tinder7");
    }

    @Test
    void anInspectionThatWouldNameASecretIsRefused() {
        String password = "Quarry!Lantern*88213";
        Manifest named = Manifest.builder()
                .name(password)
                .content("adminPassword: " + password + "\n")
                .build();

        SecretException refused = catchThrowableOfType(
                SecretException.class,
                () -> redactor()
                        .inspect(StackSpec.builder().addMembers(named).build(), List.of(), RedactionContext.none()));

        assertThat(refused.code()).isEqualTo(ErrorCode.SECRET_EXPOSED);
        assertThat(refused.getMessage()).doesNotContain(password);
    }

    @Test
    void redactingTwiceChangesNothing() {
        RedactionOverride[] overrides = {
            RedactionOverride.deny("x").path("**.plan").build(),
            RedactionOverride.allow("x").path("adminPassword").build()
        };
        RedactedStack once = redact(values("plan: lagoon tinder\nadminPassword: " + SECRET + "\n"), overrides);

        RedactedStack twice = redactor(overrides).redact(once.spec(), once.parameters(), RedactionContext.none());

        assertThat(text(twice)).isEqualTo(text(once));
        assertThat(twice.warnings()).isEmpty();
        assertThat(redactor(overrides).scan(once.spec(), once.parameters(), RedactionContext.none()))
                .isEmpty();
    }

    private static Parameter string(String name, String value) {
        return Parameter.builder()
                .name(name)
                .type(ParameterType.STRING)
                .defaultValue(ParameterValue.of(value))
                .build();
    }

    private static Addon values(String text) {
        return Addon.builder()
                .name("some")
                .chartName("some")
                .chartVersion("1.0.0")
                .values(text)
                .build();
    }

    private static Redactor redactor(RedactionOverride... overrides) {
        return new Redactor(
                Knowledge.builtIn(),
                Limits.defaults(),
                RedactionPolicy.builder().addOverrides(overrides).build());
    }

    private static RedactedStack redact(Member member, RedactionOverride... overrides) {
        return redactor(overrides)
                .redact(StackSpec.builder().addMembers(member).build(), List.of(), RedactionContext.none());
    }

    private static List<Action> actions(RedactedStack stack) {
        return stack.redactions().stream().map(Redaction::action).toList();
    }

    private static String text(RedactedStack stack) {
        return stack.spec().members().get(0).text().orElseThrow();
    }
}

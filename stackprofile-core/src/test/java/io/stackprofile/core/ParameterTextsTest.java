package io.stackprofile.core;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.parameter.Condition;
import io.stackprofile.parameter.Condition.Operator;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterOption;
import io.stackprofile.parameter.ParameterRule;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Credentials in what people write about parameters: options, groups, rules. */
class ParameterTextsTest {

    private final EngineFixture fixture = new EngineFixture();

    @TestFactory
    Stream<DynamicTest> aCredentialInAnyNewTextIsRefusedAndNothingIsStored() {
        String token = ShopStack.GITHUB_TOKEN;
        return Stream.of(
                        put("an option's title", option().title("Use " + token)),
                        put("an option's description", option().description(token)),
                        put("an option's value for another", option().putSet("domain", ParameterValue.of(token))),
                        put(
                                "an option's value for one that is named like a credential",
                                option().putSet("db_password", ParameterValue.of(ShopStack.DATABASE_PASSWORD))),
                        new Planted(
                                "a group",
                                new DraftEdit.PutParameter(
                                        text("domain").group(token).build())),
                        new Planted("a message", rule(Condition.isSet("domain"), "never " + token)),
                        new Planted(
                                "a literal",
                                rule(
                                        new Condition.Not(
                                                Condition.compare("domain", Operator.EQUAL, ParameterValue.of(token))),
                                        "no")),
                        new Planted(
                                "a literal for one that is named like a credential",
                                rule(
                                        Condition.compare(
                                                "db_password",
                                                Operator.NOT_EQUAL,
                                                ParameterValue.of(ShopStack.DATABASE_PASSWORD)),
                                        "no")))
                .map(planted -> DynamicTest.dynamicTest(planted.where(), () -> assertRefused(planted.edit())));
    }

    private record Planted(String where, DraftEdit edit) {}

    private void assertRefused(DraftEdit edit) {
        ProfileDraft draft = fixture.acme().drafts().create(CreateDraftRequest.blank("tiny"));

        StackProfileException refused = assertFails(
                ErrorCode.SECRET_EXPOSED, () -> fixture.acme().drafts().edit(draft.id(), 1, List.of(edit)));

        assertAbsent(refused, ShopStack.CANARIES);
        assertThat(fixture.acme().drafts().get(draft.id())).isEqualTo(draft);
    }

    private static Planted put(String where, ParameterOption.Builder option) {
        return new Planted(
                where,
                new DraftEdit.PutParameter(Parameter.builder()
                        .name("tls")
                        .type(ParameterType.BOOLEAN)
                        .addOption(option.build())
                        .build()));
    }

    private static ParameterOption.Builder option() {
        ParameterOption.Builder builder = ParameterOption.builder();
        builder.value("true");
        return builder;
    }

    private static Parameter.Builder text(String name) {
        Parameter.Builder builder = Parameter.builder();
        builder.name(name).type(ParameterType.STRING);
        return builder;
    }

    private static DraftEdit rule(Condition require, String message) {
        return new DraftEdit.PutRule(ParameterRule.builder()
                .name("r")
                .require(require)
                .message(message)
                .build());
    }
}

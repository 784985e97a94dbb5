package io.stackprofile.core;

import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.capture.CaptureVersionRequest;
import io.stackprofile.diff.Change;
import io.stackprofile.diff.RuleDiff;
import io.stackprofile.diff.Verdict;
import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.draft.PublishRequest;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Finding;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.iac.ImportRequest;
import io.stackprofile.instantiation.InstantiateRequest;
import io.stackprofile.parameter.Condition;
import io.stackprofile.parameter.Condition.Operator;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterOption;
import io.stackprofile.parameter.ParameterRule;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.profile.ProfileQuery;
import io.stackprofile.profile.ProfileVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules between parameters, through drafts, versions, captures and documents. */
class RulesTest {

    private static final ParameterRule REGIONAL = ParameterRule.builder()
            .name("own-domain")
            .when(Condition.compare("REGION", Operator.EQUAL, ParameterValue.of("eu-north-1")))
            .require(Condition.compare("BASE_DOMAIN", Operator.MATCHES, ParameterValue.of("^eu\\.")))
            .message("the north has a domain of its own")
            .build();

    private final EngineFixture fixture = new EngineFixture();

    @Test
    void aRuleIsPublishedComparedExportedAndImported() {
        ProfileVersion first = fixture.captureShop();
        ProfileVersion second = published(first, REGIONAL);
        String document =
                fixture.acme().profiles().exportIac(second.profileId(), 2).content();
        ProfileVersion imported = fixture.globex()
                .profiles()
                .importIac(ImportRequest.builder().content(document).build());

        assertThat(second.rules()).containsExactly(REGIONAL);
        assertThat(second.digest()).isNotEqualTo(first.digest());
        assertThat(fixture.acme().profiles().diff(first.profileId(), 1, 2).rules())
                .containsExactly(RuleDiff.builder()
                        .name("own-domain")
                        .change(Change.ADDED)
                        .verdict(Verdict.breaking("rule-added", "Bindings that were accepted before may be refused."))
                        .build());
        assertThat(imported.rules()).containsExactly(REGIONAL);
        assertThat(imported.digest()).isEqualTo(second.digest());
        assertThat(fixture.acme().profiles().inputsSchema(second.profileId(), 2))
                .contains("\"x-rules\":[{\"name\":\"own-domain\"");
    }

    @Test
    void aRuleThatChangedNamesWhatChanged() {
        ProfileVersion first = published(fixture.captureShop(), REGIONAL);
        ProfileVersion second = published(
                first,
                ParameterRule.builder()
                        .name("own-domain")
                        .require(REGIONAL.require())
                        .message("every region has a domain of its own")
                        .build());

        assertThat(fixture.acme()
                        .profiles()
                        .diff(first.profileId(), first.version(), second.version())
                        .rules())
                .singleElement()
                .satisfies(diff -> {
                    assertThat(diff.change()).isEqualTo(Change.CHANGED);
                    assertThat(diff.fields()).extracting(field -> field.path()).containsExactly("message", "when");
                });
    }

    @Test
    void aRuleIsKeptUntilItIsRemoved() {
        ProfileVersion version = published(fixture.captureShop(), REGIONAL);
        ProfileDraft draft = fixture.acme().drafts().create(CreateDraftRequest.of(version.profileId()));

        ProfileDraft without =
                fixture.acme().drafts().edit(draft.id(), 1, List.of(new DraftEdit.RemoveRule("own-domain")));

        assertThat(draft.rules()).containsExactly(REGIONAL);
        assertThat(without.rules()).isEmpty();
        assertFails(
                ErrorCode.NOT_FOUND,
                () -> fixture.acme().drafts().edit(draft.id(), 2, List.of(new DraftEdit.RemoveRule("own-domain"))));
    }

    @Test
    void aDocumentWhoseParametersContradictThemselvesIsRefusedAndNothingIsStored() {
        ProfileVersion version = published(fixture.captureShop(), REGIONAL);
        String document = fixture.acme()
                .profiles()
                .exportIac(version.profileId(), version.version())
                .content()
                .replaceAll("(?m)^  digest:.*\n", "")
                .replace("isSet: REGION", "isSet: REGIN")
                .replace("parameter: REGION", "parameter: REGIN");

        StackProfileException refused = assertFails(
                ErrorCode.INVALID_DRAFT,
                () -> fixture.globex()
                        .profiles()
                        .importIac(ImportRequest.builder().content(document).build()));

        assertThat(refused)
                .hasMessageContaining(
                        "rule own-domain names parameter REGIN, which does not exist. Did you mean REGION?");
        assertThat(fixture.globex().profiles().count(ProfileQuery.all())).isZero();
    }

    @Test
    void aParameterThatSetsAnotherOrIsReadByARuleIsUsed() {
        ProfileDraft draft = fixture.acme().drafts().create(CreateDraftRequest.blank("tiny"));
        ProfileDraft edited = fixture.acme()
                .drafts()
                .edit(
                        draft.id(),
                        1,
                        List.of(
                                new DraftEdit.PutMember(ShopStack.manifest("ns", """
                                        apiVersion: v1
                                        kind: Namespace
                                        metadata:
                                          name: ${{ parameters.name }}
                                        """)),
                                new DraftEdit.PutParameter(text("name").build()),
                                new DraftEdit.PutParameter(text("idle").build()),
                                new DraftEdit.PutParameter(text("owner").build()),
                                new DraftEdit.PutParameter(Parameter.builder()
                                        .name("shared")
                                        .type(ParameterType.BOOLEAN)
                                        .addOption(option().putSet("name", ParameterValue.of("all"))
                                                .build())
                                        .build()),
                                rule(Condition.isSet("owner"), "say who owns it")));

        assertThat(fixture.acme().drafts().validate(edited.id()).findings())
                .extracting(Finding::message)
                .containsExactly("parameter 'idle' is used nowhere");
        assertThat(fixture.acme().drafts().inputsSchema(edited.id()))
                .contains("\"x-sets\":{\"name\":\"all\"}", "\"x-rules\":[{\"name\":\"r\"");
    }

    @Test
    void aBindingThatBreaksARuleIsRefusedWithTheRulesMessage() {
        ProfileVersion version = published(fixture.captureShop(), REGIONAL);
        InstantiateRequest.Builder request = InstantiateRequest.builder();
        request.profile(version.profileId())
                .cluster("staging")
                .bind("REGION", "eu-north-1")
                .bind("BASE_DOMAIN", "us.acme.dev");

        StackProfileException refused = assertFails(
                ErrorCode.INVALID_BINDING, () -> fixture.acme().instantiations().create(request.build()));

        assertThat(refused)
                .hasMessageContaining("rule own-domain is not met: the north has a domain of its own")
                .hasMessageNotContaining("us.acme.dev");
    }

    @Test
    void aCapturedVersionKeepsTheRulesThatStillFitAndSaysWhichDoNot() {
        ProfileVersion first = fixture.captureShop();
        ProfileDraft draft = fixture.acme().drafts().create(CreateDraftRequest.of(first.profileId()));
        ParameterRule drafted = ParameterRule.builder()
                .name("tier-is-set")
                .require(Condition.isSet("tier"))
                .message("say which tier")
                .build();
        fixture.acme()
                .drafts()
                .edit(
                        draft.id(),
                        1,
                        List.of(
                                new DraftEdit.PutParameter(Parameter.builder()
                                        .name("tier")
                                        .type(ParameterType.STRING)
                                        .build()),
                                new DraftEdit.PutRule(drafted),
                                new DraftEdit.PutRule(REGIONAL)));
        fixture.acme().drafts().publish(draft.id(), PublishRequest.builder().build());

        ProfileVersion third = fixture.acme()
                .profiles()
                .captureVersion(
                        first.profileId(),
                        CaptureVersionRequest.builder()
                                .cluster("prod")
                                .stack("shop")
                                .build());

        assertThat(third.rules()).containsExactly(REGIONAL);
        assertThat(third.report().warnings())
                .extracting(Finding::code, Finding::message)
                .contains(org.assertj.core.groups.Tuple.tuple(
                        "rule-left-out",
                        "rule tier-is-set of the version before was left out, since it does not fit the parameters any"
                                + " more: rule tier-is-set names parameter tier, which does not exist"));
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

    private ProfileVersion published(ProfileVersion from, ParameterRule rule) {
        ProfileDraft draft = fixture.acme().drafts().create(CreateDraftRequest.of(from.profileId()));
        fixture.acme().drafts().edit(draft.id(), 1, List.of(new DraftEdit.PutRule(rule)));
        return fixture.acme()
                .drafts()
                .publish(draft.id(), PublishRequest.builder().build());
    }
}

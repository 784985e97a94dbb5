package io.stackprofile.core;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.stackprofile.Caller;
import io.stackprofile.capture.CaptureReport;
import io.stackprofile.capture.CaptureVersionRequest;
import io.stackprofile.capture.Redaction;
import io.stackprofile.capture.Redaction.Action;
import io.stackprofile.capture.RedactionOverride;
import io.stackprofile.capture.RedactionPolicy;
import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.draft.PublishRequest;
import io.stackprofile.error.Finding;
import io.stackprofile.iac.ImportRequest;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.profile.Profiles;
import io.stackprofile.spi.redact.SecretRule;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.InMemoryCluster;
import io.stackprofile.testkit.InMemoryClusters;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A caller's policy from end to end: capture, drafts, publication, export, comparison, import. */
class PolicyTest {

    private static final MemberRef GRAFANA = MemberRef.addon("grafana");
    private static final RedactionPolicy DEMO = policy(RedactionOverride.allow("The demo's password is public.")
            .member("addon/grafana")
            .path("adminPassword")
            .build());

    private final EngineFixture fixture = new EngineFixture();

    @Test
    void whatIsAllowedStaysAndIsSaidInTheReportWithTheCallersReason() {
        ProfileVersion version = capture(DEMO);

        assertThat(text(version, GRAFANA)).contains(ShopStack.GRAFANA_PASSWORD);
        assertThat(allowed(version.report())).singleElement().satisfies(entry -> {
            assertThat(entry.location().path()).contains("/adminPassword");
            assertThat(entry.reason()).isEqualTo("The caller allows it: The demo's password is public.");
            assertThat(entry.rule()).isEqualTo("credential-name");
            assertThat(entry.parameter()).isEmpty();
            assertThat(entry.span()).isEmpty();
        });
        assertThat(version.redaction()).isEqualTo(DEMO);
        assertThat(version.report().warnings()).isEmpty();
        assertAbsent(
                "the rest",
                ShopStack.shown(version, version.spec()),
                List.of(ShopStack.DATABASE_PASSWORD, ShopStack.GITHUB_TOKEN));
    }

    @Test
    void whatIsAllowedIsExportedComparedEditedAndPublished() {
        ProfileVersion version = capture(DEMO);

        assertThat(fixture.acme().profiles().exportIac(version.profileId(), 1).content())
                .contains(ShopStack.GRAFANA_PASSWORD);
        ProfileDraft draft = fixture.acme().drafts().create(CreateDraftRequest.of(version.profileId()));
        ProfileDraft edited =
                fixture.acme().drafts().edit(draft.id(), 1, List.of(new DraftEdit.PutMember(ShopStack.web(3))));
        assertThat(edited.redaction()).isEqualTo(DEMO);
        assertThat(edited.report().redactions()).filteredOn(this::isAllowed).hasSize(1);
        assertThat(fixture.acme().drafts().validate(draft.id()).publishable()).isTrue();
        ProfileVersion next = fixture.acme().drafts().publish(draft.id(), publish());

        assertThat(text(next, GRAFANA)).contains(ShopStack.GRAFANA_PASSWORD);
        assertThat(next.redaction()).isEqualTo(DEMO);
        assertThat(fixture.acme().profiles().diff(version.profileId(), 1, 2).members())
                .hasSize(1);
    }

    @Test
    void anImportLooksAnewAndNeedsAnAllowOfItsOwn() {
        String document = fixture.acme()
                .profiles()
                .exportIac(capture(DEMO).profileId(), 1)
                .content();
        assertThat(document).doesNotContain("public");

        ProfileVersion without = fixture.globex()
                .profiles()
                .importIac(ImportRequest.builder().content(document).build());
        ProfileVersion with = fixture.globex()
                .profiles()
                .importIac(ImportRequest.builder()
                        .content(document)
                        .name("allowed")
                        .redaction(DEMO)
                        .build());

        assertAbsent("the import", ShopStack.shown(without, without.spec()), List.of(ShopStack.GRAFANA_PASSWORD));
        assertThat(text(with, GRAFANA)).contains(ShopStack.GRAFANA_PASSWORD);
    }

    @Test
    void theNextVersionIsUnderItsOwnRequestsPolicy() {
        ProfileVersion version = capture(DEMO);

        ProfileVersion next = fixture.acme()
                .profiles()
                .captureVersion(
                        version.profileId(), CaptureVersionRequest.builder().build());

        assertAbsent("the next version", ShopStack.shown(next, next.spec()), ShopStack.CANARIES);
        assertThat(next.redaction()).isEqualTo(RedactionPolicy.balanced());
    }

    @Test
    void aDraftUnderAnotherPolicyTakesOutWhatItsVersionLetStand() {
        ProfileVersion version = capture(DEMO);

        ProfileDraft draft = fixture.acme()
                .drafts()
                .create(CreateDraftRequest.builder()
                        .profile(version.profileId())
                        .redaction(RedactionPolicy.balanced())
                        .build());

        assertAbsent("the draft", ShopStack.shown(draft, draft.spec()), ShopStack.CANARIES);
        assertThat(draft.report().redactions()).noneMatch(this::isAllowed);
        assertThat(fixture.acme().drafts().get(draft.id()).redaction()).isEqualTo(RedactionPolicy.balanced());
    }

    @Test
    void aSecretsValueIsNeverAllowedAndTheWarningSaysSo() {
        ProfileVersion version = capture(policy(RedactionOverride.allow("We know.")
                .kind("Secret")
                .path("/data/**")
                .build()));

        assertAbsent("the version", ShopStack.shown(version, version.spec()), ShopStack.CANARIES);
        assertThat(allowed(version.report())).isEmpty();
        assertThat(version.report().warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("allow-without-effect");
            assertThat(warning.location().path()).contains("/data/password");
        });
    }

    @Test
    void whatIsASecretElsewhereIsOneWhereItIsAllowedToo() {
        // The database's password also stands in a Secret.
        ProfileVersion version = capture(policy(RedactionOverride.allow("It is a test's.")
                .member("manifest/configuration")
                .path("/data/application.properties")
                .build()));

        assertAbsent("the version", ShopStack.shown(version, version.spec()), ShopStack.CANARIES);
        assertThat(allowed(version.report())).isEmpty();
        assertThat(version.report().warnings()).extracting(Finding::code).containsExactly("allow-without-effect");
    }

    @Test
    void whatIsDeniedBecomesASecretWhateverItIs() {
        ProfileVersion version = capture(policy(
                RedactionOverride.deny("The number of replicas is confidential")
                        .kind("Deployment")
                        .path("spec.replicas")
                        .build(),
                RedactionOverride.deny("So is the region.").path("/data/host").build(),
                RedactionOverride.allow("Never mind.").path("/data/host").build()));

        assertThat(text(version, MemberRef.manifest("web")))
                .contains("replicas: ${{ parameters.")
                .doesNotContain(": 1 ");
        assertThat(text(version, MemberRef.manifest("configuration")))
                .contains("host: ${{ parameters.")
                .contains("${{ parameters.BASE_DOMAIN }}")
                .doesNotContain("www.");
        assertThat(version.report().redactions())
                .filteredOn(entry -> entry.rule().equals("caller-deny"))
                .extracting(Redaction::reason, Redaction::confidence)
                .contains(tuple(
                        "The caller says that it is a secret: The number of replicas is confidential.",
                        Redaction.Confidence.HIGH));
        assertThat(version.report().warnings()).extracting(Finding::code).containsExactly("allow-unused");
    }

    @Test
    void anOverrideThatMeetsNothingIsAWarning() {
        ProfileVersion version = capture(policy(
                RedactionOverride.allow("Gone.").path("**.nowhere").build(),
                RedactionOverride.deny("Gone too.").path("/nowhere/**").build()));

        assertThat(version.report().warnings())
                .extracting(Finding::code)
                .containsExactly("allow-unused", "deny-unused");
    }

    @Test
    void theEnginesPolicyAndRulesHoldWhereARequestSaysNothing() {
        String badge = "nw_badge_q7zt1lw9xc3vb5nm2kj8hg4f";
        InMemoryCluster prod = InMemoryCluster.named("prod")
                .put(
                        "shop",
                        StackSpec.builder()
                                .addMembers(ShopStack.manifest("badge", "note: " + badge + "\nplan: lagoon tinder\n"))
                                .build(),
                        Map.of());
        Profiles profiles = StackProfileEngine.builder()
                .store(fixture.store)
                .clusters(InMemoryClusters.of(prod))
                .redactionPolicy(policy(RedactionOverride.deny("Plans are confidential.")
                        .path("plan")
                        .build()))
                .secretRule(SecretRule.builder()
                        .id("northwind-badge")
                        .description("a badge of Northwind")
                        .addKeyword("nw_badge_")
                        .pattern("nw_badge_[a-z0-9]{24}")
                        .build())
                .build()
                .as(Caller.of("acme", "alice"))
                .profiles();

        ProfileVersion byEngine = profiles.capture(EngineFixture.named("one").build());
        ProfileVersion byRequest = profiles.capture(
                EngineFixture.named("two").redaction(RedactionPolicy.balanced()).build());

        assertThat(byEngine.report().redactions())
                .extracting(Redaction::rule)
                .containsExactly("northwind-badge", "caller-deny");
        assertThat(byRequest.report().redactions()).extracting(Redaction::rule).containsExactly("northwind-badge");
        assertAbsent("the version", ShopStack.shown(byEngine, byEngine.spec()), List.of(badge, "lagoon tinder"));
    }

    @Test
    void aStrictVersionIsStrictInItsDraftsToo() {
        ProfileVersion version = capture(RedactionPolicy.strict());
        ProfileDraft draft = fixture.acme().drafts().create(CreateDraftRequest.of(version.profileId()));
        String unknown = "q7Zt1Lw9Xc3Vb5Nm2Kj8Hg4F";

        ProfileDraft edited = fixture.acme()
                .drafts()
                .edit(
                        draft.id(),
                        1,
                        List.of(new DraftEdit.PutMember(ShopStack.manifest("blob", "blob: " + unknown + "\n"))));

        assertAbsent("the draft", ShopStack.shown(edited, edited.spec()), List.of(unknown));
        assertThat(fixture.acme().profiles().exportIac(version.profileId(), 1).content())
                .isNotEmpty();
    }

    private boolean isAllowed(Redaction entry) {
        return entry.action() == Action.ALLOWED;
    }

    private List<Redaction> allowed(CaptureReport report) {
        return report.redactions().stream().filter(this::isAllowed).toList();
    }

    private ProfileVersion capture(RedactionPolicy policy) {
        return fixture.acme()
                .profiles()
                .capture(EngineFixture.shop().redaction(policy).build());
    }

    private static RedactionPolicy policy(RedactionOverride... overrides) {
        return RedactionPolicy.builder().addOverrides(overrides).build();
    }

    private static PublishRequest publish() {
        return PublishRequest.builder().build();
    }

    private static String text(ProfileVersion version, MemberRef ref) {
        return version.spec().find(ref).orElseThrow().text().orElseThrow();
    }
}

package io.stackprofile.core;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.stackprofile.PageRequest;
import io.stackprofile.capture.CaptureReport;
import io.stackprofile.capture.Redaction;
import io.stackprofile.capture.Redaction.Action;
import io.stackprofile.capture.RedactionMode;
import io.stackprofile.capture.RedactionOverride;
import io.stackprofile.capture.RedactionPolicy;
import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.iac.ImportRequest;
import io.stackprofile.profile.ProfileQuery;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.stack.MemberRef;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Findings without a profile: what a capture or an import would take out. */
class InspectTest {

    private static final RedactionPolicy DEMO = RedactionPolicy.builder()
            .addOverride(RedactionOverride.allow("The demo's password is public.")
                    .member("addon/grafana")
                    .path("adminPassword")
                    .build())
            .build();

    private final EngineFixture fixture = new EngineFixture();

    @Test
    void aPolicyThatOnlyReportsStoresNothing() {
        RedactionPolicy report =
                RedactionPolicy.builder().mode(RedactionMode.REPORT).build();

        StackProfileException refused = assertFails(ErrorCode.INVALID_REQUEST, () -> capture(report));
        assertFails(
                ErrorCode.INVALID_REQUEST,
                () -> fixture.acme()
                        .drafts()
                        .create(CreateDraftRequest.builder()
                                .name("blank")
                                .redaction(report)
                                .build()));
        assertThat(refused.getMessage()).contains("REPORT").contains("inspect");
        assertThat(fixture.acme().profiles().count(ProfileQuery.all())).isZero();
        assertThat(fixture.acme().drafts().list(PageRequest.first(10)).items()).isEmpty();
    }

    @Test
    void inspectingFindsEverythingAndKeepsNothing() {
        CaptureReport report = fixture.acme()
                .profiles()
                .inspect(EngineFixture.shop().redaction(DEMO).build());

        ProfileVersion version = capture(DEMO);
        assertThat(report.redactions()).hasSameSizeAs(version.report().redactions());
        assertThat(report.redactions()).extracting(Redaction::action).containsOnly(Action.REPORTED, Action.ALLOWED);
        assertThat(report.redactions())
                .extracting(Redaction::parameter, Redaction::span)
                .containsOnly(tuple(Optional.empty(), Optional.empty()));
        assertThat(report.cleanings()).isEqualTo(version.report().cleanings());
        assertAbsent("the inspection", report.toString(), ShopStack.CANARIES);
        assertThat(fixture.acme()
                        .profiles()
                        .inspect(EngineFixture.shop().redaction(DEMO).build()))
                .isEqualTo(report);
    }

    @Test
    void inspectingADocumentFindsWhatAnImportWould() {
        String document = fixture.acme()
                .profiles()
                .exportIac(capture(DEMO).profileId(), 1)
                .content();

        CaptureReport report = fixture.acme()
                .profiles()
                .inspectIac(ImportRequest.builder().content(document).build());

        assertThat(report.redactions()).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo(Action.REPORTED);
            assertThat(entry.location().member()).contains(MemberRef.addon("grafana"));
        });
        assertAbsent("the inspection", report.toString(), ShopStack.CANARIES);
        assertThat(fixture.acme().profiles().count(ProfileQuery.all())).isEqualTo(1);
    }

    private ProfileVersion capture(RedactionPolicy policy) {
        return fixture.acme()
                .profiles()
                .capture(EngineFixture.shop().redaction(policy).build());
    }
}

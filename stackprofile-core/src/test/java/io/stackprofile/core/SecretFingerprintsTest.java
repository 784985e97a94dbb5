package io.stackprofile.core;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stackprofile.Caller;
import io.stackprofile.OrganisationSession;
import io.stackprofile.StackProfiles;
import io.stackprofile.capture.CaptureVersionRequest;
import io.stackprofile.diff.SecretDiff;
import io.stackprofile.diff.VersionDiff;
import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.draft.PublishRequest;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.profile.ProfileQuery;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.profile.Visibility;
import io.stackprofile.spi.secret.SecretFingerprints;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.InMemoryCluster;
import io.stackprofile.testkit.InMemoryClusters;
import io.stackprofile.testkit.InMemoryStore;
import io.stackprofile.testkit.SequenceIds;
import io.stackprofile.testkit.SteppingClock;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whether a secret changed from version to version, told under the host's key. */
class SecretFingerprintsTest {

    private static final String ROTATED = "Lagoon?Tinder*40071";
    private static final Pattern CODE = Pattern.compile("[0-9a-f]{64}");

    private final Set<String> codes = ConcurrentHashMap.newKeySet();
    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryCluster prod =
            InMemoryCluster.named("prod").put("shop", ShopStack.spec(), ShopStack.VARIABLES);
    private final SecretFingerprints byOrganisation = SecretFingerprints.hmacSha256(
            organisation -> Arrays.copyOf(("key of " + organisation).getBytes(StandardCharsets.UTF_8), 32));
    private final OrganisationSession acme = acme(recording(byOrganisation));

    @Test
    void aDiffTellsWhichSecretsChanged() {
        ProfileVersion first = acme.profiles().capture(EngineFixture.shop().build());
        prod.put("shop", rotated(), ShopStack.VARIABLES);
        acme.profiles()
                .captureVersion(
                        first.profileId(), CaptureVersionRequest.builder().build());

        assertThat(states(acme.profiles().diff(first.profileId(), 1, 2)))
                .containsEntry("admin_password", SecretDiff.State.CHANGED)
                .containsEntry("web_github_token", SecretDiff.State.UNCHANGED)
                .doesNotContainValue(SecretDiff.State.UNKNOWN);
        assertThat(acme.profiles().diff(first.profileId(), 1, 1).secrets())
                .isNotEmpty()
                .allMatch(secret -> secret.state() == SecretDiff.State.UNCHANGED);
    }

    @Test
    void draftsHandOnWhatIsKnownAndAddWhatTheyTakeOut() {
        ProfileVersion first = acme.profiles().capture(EngineFixture.shop().build());
        ProfileDraft draft = acme.drafts().create(CreateDraftRequest.of(first.profileId()));
        acme.drafts()
                .edit(
                        draft.id(),
                        1,
                        List.of(
                                new DraftEdit.PutMember(grafana(ROTATED)),
                                new DraftEdit.RenameParameter("web_github_token", "deploy_token")));
        acme.drafts().publish(draft.id(), PublishRequest.builder().build());
        ProfileDraft again = acme.drafts().create(CreateDraftRequest.of(first.profileId()));
        acme.drafts().publish(again.id(), PublishRequest.builder().build());

        assertThat(states(acme.profiles().diff(first.profileId(), 1, 2)))
                .containsEntry("admin_password", SecretDiff.State.CHANGED);
        assertThat(states(acme.profiles().diff(first.profileId(), 2, 3)))
                .containsEntry("deploy_token", SecretDiff.State.UNCHANGED)
                .doesNotContainValue(SecretDiff.State.UNKNOWN);
    }

    @Test
    void aRebaseHandsOnWhatEitherSideKnows() {
        ProfileVersion first = acme.profiles().capture(EngineFixture.shop().build());
        ProfileDraft late = acme.drafts().create(CreateDraftRequest.of(first.profileId()));
        prod.put("shop", rotated(), ShopStack.VARIABLES);
        acme.profiles()
                .captureVersion(
                        first.profileId(), CaptureVersionRequest.builder().build());
        acme.drafts()
                .edit(
                        late.id(),
                        1,
                        List.of(new DraftEdit.RenameMember(
                                late.spec().members().get(1).ref(), "moved")));

        acme.drafts().rebase(late.id(), 2);
        acme.drafts().publish(late.id(), PublishRequest.builder().build());

        assertThat(states(acme.profiles().diff(first.profileId(), 2, 3)))
                .isNotEmpty()
                .containsEntry("admin_password", SecretDiff.State.UNCHANGED)
                .doesNotContainValue(SecretDiff.State.UNKNOWN);
    }

    @Test
    void withoutTheHostsKeyNothingIsKnownAndNothingIsStored() {
        OrganisationSession plain = engine(store).build().as(Caller.of("acme", "alice"));
        ProfileVersion first = plain.profiles().capture(EngineFixture.shop().build());
        plain.profiles()
                .captureVersion(
                        first.profileId(), CaptureVersionRequest.builder().build());

        assertThat(plain.profiles().diff(first.profileId(), 1, 2).secrets())
                .isNotEmpty()
                .allMatch(secret -> secret.state() == SecretDiff.State.UNKNOWN);
        assertThat(document(first)).doesNotContain("fingerprints");
    }

    @Test
    void codesStandInTheStoredVersionAndNowhereElse() {
        ProfileVersion version = acme.profiles()
                .capture(EngineFixture.shop().visibility(Visibility.PUBLIC).build());
        VersionDiff diff = acme.profiles().diff(version.profileId(), 1, 1);
        String export = acme.profiles().exportIac(version.profileId(), 1).content();

        assertThat(codes).isNotEmpty().allMatch(code -> CODE.matcher(code).matches());
        assertThat(codes).allMatch(code -> document(version).contains(code));
        assertAbsent("the version", ShopStack.shown(version, version.spec()), codes);
        assertAbsent("the report", version.report().toString(), codes);
        assertAbsent("the diff", diff.toString(), codes);
        assertAbsent("the export", export, codes);
        assertAbsent("the stored document", document(version), ShopStack.CANARIES);
        assertThat(acme.profiles().version(version.profileId(), 1).digest())
                .isEqualTo(new EngineFixture().captureShop().digest());
        assertThat(engine(store)
                        .build()
                        .as(Caller.of("globex", "gina"))
                        .profiles()
                        .diff(version.profileId(), 1, 1)
                        .secrets())
                .isNotEmpty()
                .allMatch(secret -> secret.state() == SecretDiff.State.UNKNOWN);
    }

    @Test
    void equalSecretsOfTwoOrganisationsOrProfilesNeverMatch() {
        SecretFingerprints oneKey = SecretFingerprints.hmacSha256(organisation -> new byte[32]);
        StackProfiles engine =
                engine(store).secretFingerprints(recording(oneKey)).build();
        Set<String> seen = new TreeSet<>();
        int expected = 0;
        for (String organisation : List.of("acme", "globex")) {
            for (String name : List.of("one", "two")) {
                engine.as(Caller.of(organisation, "alice"))
                        .profiles()
                        .capture(EngineFixture.named(name).build());
                expected += codes.size();
                seen.addAll(codes);
                codes.clear();
            }
        }

        assertThat(seen).hasSize(expected);
    }

    @Test
    void aHostThatFailsFailsTheCallWithoutSayingWhatItWasGiven() {
        OrganisationSession broken = acme((organisation, message) -> {
            throw new IllegalStateException("cannot sign " + new String(message, StandardCharsets.UTF_8));
        });
        OrganisationSession empty = acme((organisation, message) -> new byte[0]);

        StackProfileException failed = assertFails(
                ErrorCode.SECRET_UNRESOLVED,
                () -> broken.profiles().capture(EngineFixture.shop().build()));
        assertFails(
                ErrorCode.SECRET_UNRESOLVED,
                () -> empty.profiles().capture(EngineFixture.shop().build()));
        assertThat(failed.getMessage()).contains("java.lang.IllegalStateException");
        assertAbsent(failed, ShopStack.CANARIES);
        assertThat(acme.profiles().count(ProfileQuery.all())).isZero();
    }

    @Test
    void aShortKeyIsRefusedAndTheHostsOwnIsLeftAsItIs() {
        byte[] key = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
        SecretFingerprints fingerprints = SecretFingerprints.hmacSha256(organisation -> key);

        assertThat(fingerprints.code("acme", new byte[] {1}))
                .hasSize(32)
                .isEqualTo(fingerprints.code("acme", new byte[] {1}))
                .isNotEqualTo(fingerprints.code("acme", new byte[] {2}));
        assertThatThrownBy(() -> SecretFingerprints.hmacSha256(organisation -> new byte[31])
                        .code("acme", new byte[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32 bytes");
    }

    private SecretFingerprints recording(SecretFingerprints host) {
        return (organisation, message) -> {
            byte[] code = host.code(organisation, message);
            codes.add(HexFormat.of().formatHex(code));
            return code;
        };
    }

    private OrganisationSession acme(SecretFingerprints host) {
        return engine(store).secretFingerprints(host).build().as(Caller.of("acme", "alice"));
    }

    private StackProfileEngine.Builder engine(InMemoryStore store) {
        return StackProfileEngine.builder()
                .store(store)
                .clusters(InMemoryClusters.of(prod))
                .clock(SteppingClock.seconds())
                .ids(SequenceIds.fromStart());
    }

    private String document(ProfileVersion version) {
        return store.profiles()
                .version("acme", version.profileId(), version.version())
                .orElseThrow()
                .document();
    }

    private static Map<String, SecretDiff.State> states(VersionDiff diff) {
        return diff.secrets().stream()
                .collect(Collectors.toMap(SecretDiff::name, SecretDiff::state, (a, b) -> b, LinkedHashMap::new));
    }

    private static StackSpec rotated() {
        return ShopStack.spec().with(grafana(ROTATED));
    }

    private static Addon grafana(String password) {
        Addon grafana = ShopStack.grafana();
        return (Addon) grafana.withText(grafana.text().orElseThrow().replace(ShopStack.GRAFANA_PASSWORD, password));
    }
}

package io.stackprofile.cluster.kubernetes;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.StackDraftId;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.cluster.DraftDocument;
import io.stackprofile.spi.cluster.DraftHeading;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.test.kubernetes.ApiRequest;
import io.stackprofile.test.kubernetes.Fault;
import io.stackprofile.test.kubernetes.Rule;
import io.stackprofile.testkit.fixture.StackBuilder;
import io.stackprofile.testkit.fixture.StackFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DraftsOnClusterTest {

    private static final StackDraftId ID = StackDraftId.of("0198c2d4-0000-7000-8000-000000000001");
    private static final StackDraftId OTHER = StackDraftId.of("0198c2d4-0000-7000-8000-000000000002");
    private static final String HARD =
            "\uFEFF# Überschrift 🚀\r\nname: 'it''s'\r\ntabs:\t\"\\t\"\n\u2028line\u2029 \u0085\n"
                    + "half: \ud83d\nzero: \u0000\nlast: no newline";

    private final TestCluster cluster = new TestCluster();
    private final ClusterAccess access = cluster.access();

    @AfterEach
    void stop() {
        cluster.close();
    }

    private static DraftDocument draft(StackDraftId id, String document) {
        return DraftDocument.builder()
                .id(id)
                .stack("shop")
                .spec(StackFixtures.platform())
                .document(document)
                .build();
    }

    @Test
    void aDraftIsFoundToTheCharacterAfterARestart() {
        StackSpec spec = StackBuilder.stack("Beschreibung \ud83d 🚀")
                .manifest("hard", HARD)
                .addon("valkey", "0.7.4", "https://valkey.io/valkey-helm", HARD)
                .after("manifest/hard")
                .build();
        DraftDocument draft = DraftDocument.builder()
                .id(ID)
                .stack("shop/ß")
                .spec(spec)
                .document(HARD)
                .build();
        access.saveDraft(draft);
        access.saveDraft(draft(OTHER, ""));

        assertThat(cluster.access().findDraft(ID)).contains(draft);
        assertThat(cluster.access().findDraft(OTHER)).contains(draft(OTHER, ""));
        assertThat(access.drafts()).containsExactly(new DraftHeading(ID, "shop/ß"), new DraftHeading(OTHER, "shop"));
        assertThat(access.stacks()).isEmpty();
    }

    @Test
    void aLargeDraftIsCutIntoObjectsThatTheServerTakes() {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        while (text.length() < 4_000_000) {
            text.append((char) (' ' + random.nextInt(0x2000)));
        }
        access.saveDraft(draft(ID, text.toString()));

        assertThat(access.findDraft(ID)).contains(draft(ID, text.toString()));
        assertThat(cluster.server.requests())
                .filteredOn(request -> request.method().equals("POST"))
                .hasSizeGreaterThan(8)
                .allSatisfy(request -> assertThat(request.body().length()).isLessThan(900 * 1024));
    }

    @Test
    void savingAgainReplacesAndDeletingLeavesNothing() {
        access.saveDraft(draft(ID, "first"));
        access.saveDraft(draft(OTHER, "other"));
        access.saveDraft(draft(ID, "second"));
        assertThat(access.findDraft(ID)).contains(draft(ID, "second"));

        access.deleteDraft(ID);
        access.deleteDraft(ID);

        assertThat(access.findDraft(ID)).isEmpty();
        assertThat(access.findDraft(OTHER)).contains(draft(OTHER, "other"));
        assertThat(access.drafts()).hasSize(1);
        assertThat(names()).hasSize(2);
    }

    private List<String> names() {
        return cluster.server
                .snapshot()
                .lines()
                .map(line -> Json.read(line.substring(line.indexOf(' ') + 1)).orElseThrow())
                .map(object -> object.path("metadata").path("name").asText())
                .filter(name -> name.startsWith("draft-"))
                .toList();
    }

    @Test
    void aSaveThatDidNotEndIsNoDraftAndIsTakenAwayLater() {
        access.saveDraft(draft(ID, "before"));
        Fault crash = cluster.server.inject(Fault.status(500, DraftsOnClusterTest::isHead));
        assertFails(ErrorCode.CLUSTER_FAILED, () -> access.saveDraft(draft(ID, "after")));
        assertFails(ErrorCode.CLUSTER_FAILED, () -> access.saveDraft(draft(OTHER, "never")));
        assertThat(crash.met()).isPositive();
        cluster.server.mend();

        assertThat(access.findDraft(ID)).contains(draft(ID, "before"));
        assertThat(access.findDraft(OTHER)).isEmpty();
        assertThat(access.drafts()).extracting(DraftHeading::id).containsExactly(ID);
        assertThat(names()).hasSize(4);

        Instant later = Instant.now().plus(Duration.ofHours(2));
        cluster.access(settings -> settings.clock(() -> later)).saveDraft(draft(ID, "later"));

        assertThat(access.findDraft(ID)).contains(draft(ID, "later"));
        assertThat(names()).hasSize(2);
    }

    private static boolean isHead(ApiRequest request) {
        return request.body().contains("\"head\"") || request.body().contains("\"sha256\"");
    }

    @Test
    void aReaderFindsTheEarlierDraftOrTheLater() {
        access.saveDraft(draft(ID, "0"));
        CompletableFuture<Void> saves = CompletableFuture.runAsync(() -> {
            for (int i = 1; i <= 30; i++) {
                access.saveDraft(draft(ID, Integer.toString(i)));
            }
        });
        ClusterAccess reader = cluster.access();
        int last = 0;
        while (!saves.isDone()) {
            int seen = Integer.parseInt(reader.findDraft(ID).orElseThrow().document());
            assertThat(seen).isGreaterThanOrEqualTo(last);
            last = seen;
        }
        saves.join();
        assertThat(reader.findDraft(ID)).contains(draft(ID, "30"));
    }

    @Test
    void ofTwoSavesAtOnceOneIsThere() {
        List<CompletableFuture<Void>> saves = List.of("a", "b", "c", "d").stream()
                .map(text -> CompletableFuture.runAsync(() -> cluster.access().saveDraft(draft(ID, text))))
                .toList();
        saves.forEach(CompletableFuture::join);

        assertThat(access.findDraft(ID).orElseThrow().document()).isIn("a", "b", "c", "d");
        assertThat(names()).hasSize(2);
    }

    @Test
    void aLostAcknowledgementDoesNoHarm() {
        cluster.server.inject(Fault.closeAfter(DraftsOnClusterTest::isHead).times(1));
        try {
            access.saveDraft(draft(ID, "once"));
        } catch (RuntimeException lost) {
            access.saveDraft(draft(ID, "once"));
        }
        assertThat(access.findDraft(ID)).contains(draft(ID, "once"));
    }

    @Test
    void aDamagedDraftIsAnErrorAndCanBeDiscarded() {
        access.saveDraft(draft(ID, "whole"));
        String chunk =
                names().stream().filter(name -> name.endsWith("-0")).findFirst().orElseThrow();
        cluster.server.edit(
                "vandal",
                "v1",
                "ConfigMap",
                "stackprofile-drafts",
                chunk,
                object -> object.withObjectProperty("binaryData").put("chunk", "AAAA"));

        assertThat(assertFails(ErrorCode.MALFORMED, () -> access.findDraft(ID)).getMessage())
                .contains(ID.toString());
        access.deleteDraft(ID);
        assertThat(access.findDraft(ID)).isEmpty();
        access.saveDraft(draft(ID, "again"));
        assertThat(access.findDraft(ID)).contains(draft(ID, "again"));
    }

    @Test
    void whoMayNotKeepDraftsIsToldWhatIsMissing() {
        String reader = cluster.caller(new Rule(List.of("get", "list"), List.of("*"), List.of("*"), List.of("*")));
        ClusterAccess refused = cluster.access(reader, settings -> settings.draftNamespace("team-drafts"));

        String message = assertFails(ErrorCode.CLUSTER_FORBIDDEN, () -> refused.saveDraft(draft(ID, "x")))
                .getMessage();

        assertThat(message)
                .contains(
                        "stack drafts are kept in namespace 'team-drafts', where this caller may not create configmaps")
                .contains("draftNamespace");
        assertThat(refused.drafts()).isEmpty();
        assertThat(refused.findDraft(ID)).isEmpty();
        assertThat(cluster.server.object("v1", "Namespace", "", "team-drafts")).isEmpty();
    }

    @Test
    void aDraftNamespaceThatExistsNeedsOneRoleInIt() {
        access.saveDraft(draft(OTHER, "makes the namespace"));
        String keeper = cluster.caller(new Rule(
                List.of("get", "list", "create", "update", "delete"),
                List.of(""),
                List.of("configmaps"),
                List.of("stackprofile-drafts")));
        ClusterAccess kept = cluster.access(keeper, settings -> {});
        kept.saveDraft(draft(ID, "one"));
        kept.saveDraft(draft(ID, "two"));

        assertThat(kept.findDraft(ID)).contains(draft(ID, "two"));
        kept.deleteDraft(ID);
        assertThat(kept.drafts()).hasSize(1);
    }

    @Test
    void nothingOfADraftIsInTheOpenOnTheCluster() {
        String canary = "c4nary-p4ssw0rd-7731";
        access.saveDraft(draft(ID, canary));
        assertAbsent("the objects of the draft", cluster.server.snapshot(), List.of(canary));
        assertThat(access.findDraft(ID).map(DraftDocument::document)).isEqualTo(Optional.of(canary));
        assertAbsent("what is told of the cluster", access.toString() + access.drafts(), List.of(canary));
    }
}

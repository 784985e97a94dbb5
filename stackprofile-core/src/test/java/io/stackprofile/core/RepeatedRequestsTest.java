package io.stackprofile.core;

import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.capture.CaptureVersionRequest;
import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.draft.PublishRequest;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.profile.ProfileChanges;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.stack.MemberRef;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepeatedRequestsTest {

    private final EngineFixture fixture = new EngineFixture();

    @Test
    void aKeyOfOneCallIsAnotherRequestOnAnotherCall() {
        ProfileVersion first = fixture.acme()
                .profiles()
                .capture(EngineFixture.shop().requestKey("nightly").build());

        ProfileVersion second = fixture.acme().profiles().captureVersion(first.profileId(), keyed("nightly"));
        ProfileVersion repeated = fixture.acme().profiles().captureVersion(first.profileId(), keyed("nightly"));
        ProfileVersion other = fixture.acme()
                .profiles()
                .capture(EngineFixture.named("other").requestKey("nightly").build());

        assertThat(second.version()).isEqualTo(2);
        assertThat(repeated).isEqualTo(second);
        assertThat(other.profileName()).isEqualTo("other");
        assertThat(fixture.acme().profiles().get(first.profileId()).latestVersion())
                .isEqualTo(2);
    }

    @Test
    void aCallersKeyCannotStandInForAPublication() {
        ProfileVersion first = fixture.captureShop();
        ProfileDraft draft = fixture.acme().drafts().create(CreateDraftRequest.of(first.profileId()));
        fixture.acme()
                .drafts()
                .edit(draft.id(), 1, List.of(new DraftEdit.RemoveMember(MemberRef.addon("ingress-nginx"))));
        fixture.acme()
                .profiles()
                .capture(EngineFixture.named("decoy")
                        .requestKey("publish-" + draft.id())
                        .build());

        ProfileVersion published = fixture.acme()
                .drafts()
                .publish(draft.id(), PublishRequest.builder().build());

        assertThat(published.profileId()).isEqualTo(first.profileId());
        assertThat(published.spec().find(MemberRef.addon("ingress-nginx"))).isEmpty();
    }

    @Test
    void manyCapturesAtOnceAllGetAVersionOfTheirOwn() throws Exception {
        ProfileVersion first = fixture.captureShop();
        int callers = 32;

        List<Integer> versions = together(
                callers,
                () -> fixture.acme()
                        .profiles()
                        .captureVersion(
                                first.profileId(),
                                CaptureVersionRequest.builder().build())
                        .version());

        assertThat(versions)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(2, callers + 1).boxed().toList());
    }

    @Test
    void changesThatNameNoRevisionAreMadeFromTheNewest() throws Exception {
        ProfileVersion first = fixture.captureShop();
        ProfileChanges changes =
                ProfileChanges.builder().description("The shop.").build();

        together(
                16,
                () -> fixture.acme()
                        .profiles()
                        .update(first.profileId(), changes)
                        .revision());

        assertThat(fixture.acme().profiles().get(first.profileId()).revision()).isEqualTo(17);
        assertFails(
                ErrorCode.STALE_REVISION,
                () -> fixture.acme()
                        .profiles()
                        .update(
                                first.profileId(),
                                ProfileChanges.builder().expectedRevision(3L).build()));
    }

    private static CaptureVersionRequest keyed(String key) {
        return CaptureVersionRequest.builder().requestKey(key).build();
    }

    private static <T> List<T> together(int callers, Callable<T> call) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(
                    IntStream.range(0, callers).mapToObj(i -> call).toList())) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}

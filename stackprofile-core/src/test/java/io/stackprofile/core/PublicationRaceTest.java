package io.stackprofile.core;

import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Caller;
import io.stackprofile.StackProfiles;
import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.Drafts;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.draft.PublishRequest;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.testkit.InMemoryStore;
import io.stackprofile.testkit.SteppingClock;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PublicationRaceTest {

    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
    private final Drafts drafts = engine().as(Caller.of("acme", "alice")).drafts();

    @Test
    void anEditThatArrivesWhileItsDraftIsPublishedIsNotLost() {
        ProfileDraft draft = drafts.create(CreateDraftRequest.blank("tiny"));
        drafts.edit(draft.id(), 1, List.of(new DraftEdit.PutMember(ShopStack.namespace())));
        meanwhile.set(() -> drafts.edit(draft.id(), 2, List.of(new DraftEdit.PutMember(ShopStack.ingress()))));

        ProfileVersion published =
                drafts.publish(draft.id(), PublishRequest.builder().build());

        assertThat(published.spec().members()).hasSize(1);
        ProfileDraft left = drafts.get(draft.id());
        assertThat(left.revision()).isEqualTo(3);
        assertThat(left.spec().find(MemberRef.addon("ingress-nginx"))).isPresent();
        assertFails(
                ErrorCode.NAME_TAKEN,
                () -> drafts.publish(draft.id(), PublishRequest.builder().build()));
        assertThat(drafts.get(draft.id()).revision()).isEqualTo(3);
    }

    /** An engine whose clock lets something happen, once, the next time it is asked. */
    private StackProfiles engine() {
        InstantSource clock = SteppingClock.seconds();
        return StackProfileEngine.builder()
                .store(new InMemoryStore())
                .clock(() -> {
                    meanwhile.getAndSet(() -> {}).run();
                    return clock.instant();
                })
                .build();
    }
}

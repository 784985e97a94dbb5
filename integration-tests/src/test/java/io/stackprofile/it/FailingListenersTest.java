package io.stackprofile.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Caller;
import io.stackprofile.StackProfiles;
import io.stackprofile.core.StackProfileEngine;
import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.Drafts;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.draft.PublishRequest;
import io.stackprofile.profile.ProfileChange;
import io.stackprofile.stack.Manifest;
import io.stackprofile.testkit.InMemoryStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A change is stored before it is told, so that nothing a listener throws makes it fail. */
class FailingListenersTest {

    static List<Throwable> failures() {
        return List.of(
                new IllegalStateException("no"),
                new NoClassDefFoundError("no/such/Class"),
                new AssertionError("no"),
                new IOException("no"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whatAListenerThrowsIsForgottenAndTheNextOneHears(Throwable failure) {
        List<ProfileChange> told = new ArrayList<>();
        try (StackProfiles engine = StackProfileEngine.builder()
                .store(new InMemoryStore())
                .listener(change -> FailingListenersTest.<RuntimeException>fail(failure))
                .listener(told::add)
                .build()) {
            Drafts drafts = engine.as(Caller.of("acme", "alice")).drafts();
            ProfileDraft draft = drafts.create(CreateDraftRequest.blank("shop"));
            drafts.edit(draft.id(), 1, List.of(new DraftEdit.PutMember(namespace())));

            drafts.publish(draft.id(), PublishRequest.builder().build());
        }
        assertThat(told).extracting(ProfileChange::kind).containsExactly(ProfileChange.Kind.CREATED);
    }

    private static Manifest namespace() {
        return Manifest.builder()
                .name("namespace")
                .content("apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n")
                .build();
    }

    /** Throws it as a language without checked exceptions would. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void fail(Throwable failure) throws T {
        throw (T) failure;
    }
}

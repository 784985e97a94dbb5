package io.stackprofile.it;

import io.stackprofile.PageRequest;
import io.stackprofile.capture.CaptureRequest;
import io.stackprofile.capture.CaptureVersionRequest;
import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.draft.PublishRequest;
import io.stackprofile.draft.SuggestRequest;
import io.stackprofile.draft.Suggestion;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.instantiation.UpdateRequest;
import io.stackprofile.profile.DeprecateRequest;
import io.stackprofile.profile.Deprecation;
import io.stackprofile.profile.ProfileChanges;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.stack.MemberRef;
import java.util.List;
import java.util.Set;

/** Calls of the engine that write; each is prepared first, and then made until it succeeds, as a caller would. */
enum RetriedCall {
    CAPTURE {
        @Override
        Runnable prepared(World world) {
            CaptureRequest request = CaptureRequest.builder()
                    .name("shop")
                    .cluster("prod")
                    .stack("shop")
                    .requestKey("capture-1")
                    .build();
            return () -> world.acme().profiles().capture(request);
        }
    },
    CAPTURE_VERSION {
        @Override
        Runnable prepared(World world) {
            ProfileVersion version = world.capture("shop");
            world.prod.put("shop", World.stack(2));
            CaptureVersionRequest request =
                    CaptureVersionRequest.builder().requestKey("capture-2").build();
            return () -> world.acme().profiles().captureVersion(version.profileId(), request);
        }
    },
    CREATE_DRAFT {
        @Override
        Runnable prepared(World world) {
            CreateDraftRequest request =
                    CreateDraftRequest.of(world.capture("shop").profileId());
            return () -> world.acme().drafts().create(request);
        }
    },
    EDIT {
        @Override
        Runnable prepared(World world) {
            ProfileDraft draft = draft(world, "acme", world.capture("shop"));
            return () -> world.acme().drafts().edit(draft.id(), 1, List.of(WITHOUT_SETTINGS));
        }
    },
    PUBLISH {
        @Override
        Runnable prepared(World world) {
            ProfileDraft draft = draft(world, "acme", world.capture("shop"));
            world.acme().drafts().edit(draft.id(), 1, List.of(WITHOUT_SETTINGS));
            return () -> world.acme().drafts().publish(draft.id(), STABLE);
        }

        @Override
        Set<ErrorCode> done() {
            return Set.of(ErrorCode.NOT_FOUND);
        }

        @Override
        boolean tidiesWhenRepeated() {
            return true;
        }
    },
    INSTANTIATE {
        @Override
        Runnable prepared(World world) {
            ProfileVersion version = world.capture("shop");
            return () -> world.acme()
                    .instantiations()
                    .create(World.request(version, "shop").build());
        }
    },
    COMMIT {
        @Override
        Runnable prepared(World world) {
            ProfileVersion version = world.capture("shop");
            StackDraft draft = world.acme()
                    .instantiations()
                    .create(World.request(version, "shop").build());
            return () -> world.acme().instantiations().commit(draft.id());
        }

        @Override
        boolean tidiesWhenRepeated() {
            return true;
        }
    },
    UPDATE_INSTANCE {
        @Override
        Runnable prepared(World world) {
            ProfileVersion version = world.capture("shop");
            var instance =
                    World.deploy(world.acme(), World.request(version, "shop").build());
            world.next(version, "stable");
            UpdateRequest request =
                    UpdateRequest.builder().instantiation(instance.id()).build();
            return () -> world.acme().instantiations().update(request);
        }
    },
    COMMIT_UPDATE {
        @Override
        Runnable prepared(World world) {
            UPDATE_INSTANCE.prepared(world).run();
            var profile = world.acme().profiles().find("shop").id();
            var newest = world.acme()
                    .instantiations()
                    .list(profile, PageRequest.first())
                    .items()
                    .get(0);
            return () -> world.acme().instantiations().commit(newest.draftId());
        }

        @Override
        boolean tidiesWhenRepeated() {
            return true;
        }
    },
    DISCARD {
        @Override
        Runnable prepared(World world) {
            ProfileVersion version = world.capture("shop");
            StackDraft draft = world.acme()
                    .instantiations()
                    .create(World.request(version, "shop").build());
            return () -> world.acme().instantiations().discard(draft.id());
        }

        @Override
        Set<ErrorCode> done() {
            return Set.of(ErrorCode.NOT_FOUND);
        }
    },
    DESCRIBE {
        @Override
        Runnable prepared(World world) {
            ProfileVersion version = world.capture("shop");
            ProfileChanges changes = ProfileChanges.builder()
                    .description("The shop.")
                    .expectedRevision(1L)
                    .build();
            return () -> world.acme().profiles().update(version.profileId(), changes);
        }

        @Override
        Set<ErrorCode> done() {
            return Set.of(ErrorCode.STALE_REVISION);
        }
    },
    SHARE {
        @Override
        Runnable prepared(World world) {
            ProfileVersion version = world.capture("shop");
            return () -> world.acme().profiles().share(version.profileId(), 1, "globex");
        }

        @Override
        Set<ErrorCode> done() {
            return Set.of(ErrorCode.STALE_REVISION);
        }
    },
    DEPRECATE {
        @Override
        Runnable prepared(World world) {
            ProfileVersion version = world.capture("shop");
            world.next(version, "stable");
            DeprecateRequest request =
                    DeprecateRequest.builder().reason(Deprecation.Reason.DEFECT).build();
            return () -> world.acme().profiles().deprecate(version.profileId(), 2, 1, request);
        }

        @Override
        Set<ErrorCode> done() {
            return Set.of(ErrorCode.STALE_REVISION);
        }
    },
    DELETE {
        @Override
        Runnable prepared(World world) {
            ProfileVersion version = world.capture("shop");
            return () -> world.acme().profiles().delete(version.profileId());
        }

        @Override
        Set<ErrorCode> done() {
            return Set.of(ErrorCode.NOT_FOUND);
        }
    },
    SUGGEST {
        @Override
        Runnable prepared(World world) {
            SuggestRequest request = suggestion(world);
            return () -> world.as("globex").suggestions().submit(request);
        }
    },
    APPROVE {
        @Override
        Runnable prepared(World world) {
            Suggestion sent = world.as("globex").suggestions().submit(suggestion(world));
            return () -> {
                // An approval that was cut off is at another revision; it is read again, as its documentation says.
                var now = world.acme().suggestions().get(sent.summary().id()).summary();
                world.acme().suggestions().approve(now.id(), now.revision(), STABLE);
            };
        }

        @Override
        Set<ErrorCode> done() {
            return Set.of(ErrorCode.WRONG_STATE);
        }
    },
    REJECT {
        @Override
        Runnable prepared(World world) {
            Suggestion sent = world.as("globex").suggestions().submit(suggestion(world));
            return () -> world.acme().suggestions().reject(sent.summary().id(), 1, "Not now.");
        }
    };

    private static final PublishRequest STABLE = PublishRequest.builder().build();
    private static final DraftEdit WITHOUT_SETTINGS = new DraftEdit.RemoveMember(MemberRef.manifest("settings"));

    /** Prepares a world in which nothing goes wrong yet; what it gives makes the call, again and again. */
    abstract Runnable prepared(World world);

    /** Refusals that a repeat gets when the first call was done after all. */
    Set<ErrorCode> done() {
        return Set.of();
    }

    /** Whether the call may succeed and leave something that the same call, made again, tidies up. */
    boolean tidiesWhenRepeated() {
        return false;
    }

    /**
     * Makes the call, and again when it failed, or when nobody knows what became of it, or there may be leftovers.
     *
     * @param heal lets everything go well after the first time
     */
    final void until(Runnable call, Runnable heal) {
        try {
            call.run();
            heal.run();
        } catch (StackProfileException first) {
            heal.run();
            if (first.code() == ErrorCode.STORE_FAILED) {
                call.run();
            } else if (first.code() == ErrorCode.OUTCOME_UNKNOWN) {
                again(call);
            } else {
                throw first;
            }
        }
        if (tidiesWhenRepeated()) {
            again(call);
        }
    }

    private void again(Runnable call) {
        try {
            call.run();
        } catch (StackProfileException refused) {
            if (!done().contains(refused.code())) {
                throw refused;
            }
        }
    }

    private static ProfileDraft draft(World world, String organisation, ProfileVersion version) {
        return world.as(organisation).drafts().create(CreateDraftRequest.of(version.profileId()));
    }

    private static SuggestRequest suggestion(World world) {
        ProfileVersion version = world.capture("shop");
        world.acme().profiles().share(version.profileId(), 1, "globex");
        ProfileDraft draft = draft(world, "globex", version);
        world.as("globex").drafts().edit(draft.id(), 1, List.of(WITHOUT_SETTINGS));
        return SuggestRequest.builder().draft(draft.id()).revision(2).build();
    }
}

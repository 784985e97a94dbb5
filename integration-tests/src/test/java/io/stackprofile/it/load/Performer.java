package io.stackprofile.it.load;

import io.stackprofile.DraftId;
import io.stackprofile.InstantiationId;
import io.stackprofile.ProfileId;
import io.stackprofile.StackDraftId;
import io.stackprofile.SuggestionId;
import io.stackprofile.capture.CaptureRequest;
import io.stackprofile.capture.CaptureVersionRequest;
import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.draft.PublishRequest;
import io.stackprofile.draft.SuggestRequest;
import io.stackprofile.draft.Suggestion;
import io.stackprofile.draft.SuggestionStatus;
import io.stackprofile.instantiation.InstantiateRequest;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.instantiation.UpdateRequest;
import io.stackprofile.parameter.SecretRef;
import io.stackprofile.profile.DeleteOptions;
import io.stackprofile.profile.DeprecateRequest;
import io.stackprofile.profile.Deprecation;
import io.stackprofile.profile.Profile;
import io.stackprofile.profile.ProfileChanges;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.profile.Profiles;
import java.util.List;

/** Makes operations' calls, and says what they did in the words of {@link Life}. */
public final class Performer {

    private static final PublishRequest STABLE = PublishRequest.builder().build();

    private final Actors actors;

    public Performer(Actors actors) {
        this.actors = actors;
    }

    /** Makes the call; a repeat after another process was killed in it is the same call. */
    public Changes perform(Operation operation, Life life) {
        return switch (operation.kind()) {
            case CAPTURE -> capture(operation);
            case CAPTURE_VERSION -> captureVersion(operation, life);
            case DESCRIBE, PIN, DEPRECATE, SHARE, DELETE -> changed(operation, life);
            case DRAFT -> draft(operation, life);
            case EDIT -> edit(operation, life);
            case ABANDON -> abandon(operation);
            case PUBLISH -> publish(operation);
            case INSTANTIATE -> instantiate(operation, life);
            case COMMIT -> commit(operation, life);
            case UPGRADE -> upgrade(operation);
            case DISCARD -> discard(operation);
            case SUBMIT -> submit(operation, life);
            case APPROVE, REJECT, WITHDRAW -> answer(operation);
        };
    }

    private Profiles profiles() {
        return actors.owner().profiles();
    }

    private Changes capture(Operation operation) {
        actors.run(operation.argument("source"), operation.argument("mark"));
        ProfileVersion version = profiles()
                .capture(CaptureRequest.builder()
                        .name(operation.life())
                        .cluster("prod")
                        .stack(operation.argument("source"))
                        .requestKey(operation.argument("mark"))
                        .build());
        return Changes.none().put("id", version.profileId().toString()).put("version 1", Content.name(version.spec()));
    }

    private Changes captureVersion(Operation operation, Life life) {
        actors.run(operation.argument("source"), operation.argument("mark"));
        return version(profiles()
                .captureVersion(
                        life.requiredId(),
                        CaptureVersionRequest.builder()
                                .cluster("prod")
                                .stack(operation.argument("source"))
                                .requestKey(operation.argument("mark"))
                                .build()));
    }

    private static Changes version(ProfileVersion version) {
        return Changes.none().put("version " + version.version(), Content.name(version.spec()));
    }

    private Changes changed(Operation operation, Life life) {
        ProfileId id = life.requiredId();
        long revision = Long.parseLong(operation.argument("revision"));
        return switch (operation.kind()) {
            case DESCRIBE -> describe(id, revision, operation.argument("mark"));
            case PIN -> pin(id, revision, operation.integer("version"));
            case DEPRECATE -> deprecate(id, revision, operation.integer("version"));
            case SHARE -> share(id, revision);
            default -> delete(life, revision);
        };
    }

    private Changes describe(ProfileId id, long revision, String mark) {
        Profile profile = profiles()
                .update(
                        id,
                        ProfileChanges.builder()
                                .description(mark)
                                .expectedRevision(revision)
                                .build());
        return Changes.none().put("description", profile.description().orElse(""));
    }

    private Changes pin(ProfileId id, long revision, int version) {
        Profile profile = profiles().pin(id, revision, version);
        return Changes.none()
                .put("pinned", String.valueOf(profile.pinnedVersion().orElse(0)));
    }

    private Changes deprecate(ProfileId id, long revision, int version) {
        profiles().deprecate(id, revision, version, DeprecateRequest.of(Deprecation.Reason.OTHER));
        return Changes.none().put("deprecated " + version, "OTHER");
    }

    private Changes share(ProfileId id, long revision) {
        Profile profile = profiles().share(id, revision, Actors.GUEST);
        return Changes.none().put("shared", String.join(",", profile.sharedWith()));
    }

    private Changes delete(Life life, long revision) {
        profiles()
                .delete(
                        life.requiredId(),
                        DeleteOptions.builder()
                                .force(true)
                                .expectedRevision(revision)
                                .build());
        Changes changes = Changes.none();
        life.facts().keySet().stream().filter(Effects::goesWithItsProfile).forEach(changes::remove);
        return changes.put("deleted", "yes");
    }

    private Changes draft(Operation operation, Life life) {
        String organisation = operation.argument("organisation");
        ProfileDraft draft = actors.as(organisation).drafts().create(CreateDraftRequest.of(life.requiredId()));
        return Changes.none().put("draft " + organisation + "/" + draft.id(), value(draft));
    }

    static String value(ProfileDraft draft) {
        return draft.revision() + " " + draft.baseVersion().orElse(0) + " " + Content.name(draft.spec());
    }

    private Changes edit(Operation operation, Life life) {
        String organisation = operation.argument("organisation");
        ProfileDraft draft = actors.as(organisation)
                .drafts()
                .edit(
                        DraftId.of(operation.argument("draft")),
                        Long.parseLong(operation.argument("revision")),
                        List.of(new DraftEdit.PutMember(Content.extra(operation.argument("mark")))));
        return Changes.none().put("draft " + organisation + "/" + draft.id(), value(draft));
    }

    private Changes abandon(Operation operation) {
        String organisation = operation.argument("organisation");
        String draft = operation.argument("draft");
        actors.as(organisation).drafts().delete(DraftId.of(draft));
        return Changes.none().remove("draft " + organisation + "/" + draft);
    }

    private Changes publish(Operation operation) {
        String draft = operation.argument("draft");
        ProfileVersion version = actors.owner().drafts().publish(DraftId.of(draft), STABLE);
        return version(version).remove("draft " + Actors.OWNER + "/" + draft);
    }

    private Changes instantiate(Operation operation, Life life) {
        int number = operation.integer("version");
        InstantiateRequest.Builder request = InstantiateRequest.builder();
        request.profile(life.requiredId()).version(number).cluster("prod").stack(operation.argument("stack"));
        profiles().version(life.requiredId(), number).parameters().stream()
                .filter(parameter -> parameter.required())
                .forEach(parameter -> request.bindSecret(parameter.name(), new SecretRef("vault", parameter.name())));
        return drafted(actors.owner().instantiations().create(request.build()));
    }

    private Changes upgrade(Operation operation) {
        InstantiationId instance = InstantiationId.of(operation.argument("instance"));
        actors.stand(instance);
        return drafted(actors.owner()
                .instantiations()
                .update(UpdateRequest.builder()
                        .instantiation(instance)
                        .version(operation.integer("version"))
                        .build()));
    }

    private static Changes drafted(StackDraft draft) {
        return Changes.none()
                .put(
                        "instance " + draft.instantiationId(),
                        draft.id() + " " + draft.stack() + " " + draft.version() + " DRAFTED "
                                + Content.name(draft.spec()));
    }

    private Changes commit(Operation operation, Life life) {
        String deployed = "instance " + operation.argument("instance");
        String status = actors.owner()
                .instantiations()
                .commit(StackDraftId.of(operation.argument("draft")))
                .instantiation()
                .status()
                .name();
        Changes changes = Changes.none().put(deployed, Effects.withStatus(life.fields(deployed), status));
        Effects.replacedBy(deployed, life)
                .forEach(earlier -> changes.put(earlier, Effects.withStatus(life.fields(earlier), "SUPERSEDED")));
        return changes;
    }

    private Changes discard(Operation operation) {
        actors.owner().instantiations().discard(StackDraftId.of(operation.argument("draft")));
        return Changes.none().remove("instance " + operation.argument("instance"));
    }

    /** The note says which version the suggestion follows. */
    private Changes submit(Operation operation, Life life) {
        String draft = operation.argument("draft");
        String base = life.fields("draft " + Actors.GUEST + "/" + draft).get(1);
        Suggestion suggestion = actors.as(Actors.GUEST)
                .suggestions()
                .submit(SuggestRequest.builder()
                        .draft(DraftId.of(draft))
                        .revision(Long.parseLong(operation.argument("revision")))
                        .note(base)
                        .build());
        String content = Content.name(suggestion.spec().orElseThrow());
        return Changes.none()
                .put(
                        "suggestion " + suggestion.summary().id(),
                        suggestion.summary().status() + " " + base + " " + content);
    }

    private Changes answer(Operation operation) {
        SuggestionId id = SuggestionId.of(operation.argument("suggestion"));
        long revision = actors.owner().suggestions().get(id).summary().revision();
        Changes changes = Changes.none();
        SuggestionStatus status = switch (operation.kind()) {
            case REJECT ->
                actors.owner().suggestions().reject(id, revision, "no").status();
            case WITHDRAW ->
                actors.as(Actors.GUEST).suggestions().withdraw(id, revision).status();
            default -> {
                changes.facts()
                        .putAll(version(actors.owner().suggestions().approve(id, revision, STABLE))
                                .facts());
                yield SuggestionStatus.APPROVED;
            }
        };
        return changes.put("suggestion " + id, status.name());
    }
}

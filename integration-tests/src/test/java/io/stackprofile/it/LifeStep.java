package io.stackprofile.it;

import io.stackprofile.capture.CaptureRequest;
import io.stackprofile.capture.CaptureVersionRequest;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.instantiation.InstantiateRequest;
import io.stackprofile.profile.DeleteOptions;
import io.stackprofile.profile.DeprecateRequest;
import io.stackprofile.profile.Deprecation;
import io.stackprofile.profile.ProfileChanges;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.profile.Profiles;
import io.stackprofile.profile.Visibility;
import java.util.Optional;

/**
 * One step in the life of profiles, taken by the engine and by the model.
 *
 * @param kind what is done
 * @param name to which profile
 * @param number with which version; past the last one every so often
 * @param channel on which channel
 * @param stale whether the revision is one that was never read
 */
record LifeStep(Kind kind, String name, int number, String channel, boolean stale) {

    /** What is done. */
    enum Kind {
        CAPTURE,
        DRAFT_AND_PUBLISH,
        SUGGEST,
        PIN,
        UNPIN,
        DEPRECATE,
        LIFT,
        SHARE,
        UNSHARE,
        OPEN,
        CLOSE,
        DEPLOY,
        DELETE,
        DELETE_FORCED
    }

    void take(ProfileLife life) {
        Optional<ProfileModel> profile = Optional.ofNullable(life.model.get(name));
        if (profile.isEmpty()) {
            create(life);
        } else {
            change(life, profile.get());
        }
        life.compare(name);
    }

    private void create(ProfileLife life) {
        ProfileVersion made = life.world
                .acme()
                .profiles()
                .capture(CaptureRequest.builder()
                        .name(name)
                        .cluster("prod")
                        .stack("shop")
                        .channel(channel)
                        .build());
        life.model.put(name, new ProfileModel(made.profileId(), channel));
    }

    private void change(ProfileLife life, ProfileModel profile) {
        switch (kind) {
            case CAPTURE -> capture(life, profile);
            case DRAFT_AND_PUBLISH -> new LifeDraft(life, profile, this).publish();
            case SUGGEST -> new LifeDraft(life, profile, this).suggest();
            case PIN, UNPIN -> pin(life, profile);
            case DEPRECATE, LIFT -> deprecate(life, profile);
            case SHARE, UNSHARE -> share(life, profile);
            case OPEN, CLOSE -> open(life, profile);
            case DEPLOY -> deploy(life, profile);
            case DELETE, DELETE_FORCED -> delete(life, profile);
        }
    }

    void capture(ProfileLife life, ProfileModel profile) {
        life.world
                .acme()
                .profiles()
                .captureVersion(
                        profile.id,
                        CaptureVersionRequest.builder()
                                .cluster("prod")
                                .stack("shop")
                                .channel(channel)
                                .build());
        profile.add(channel);
    }

    private void pin(ProfileLife life, ProfileModel profile) {
        Profiles profiles = life.world.acme().profiles();
        long revision = revision(profile);
        if (kind == Kind.UNPIN) {
            life.expect(refusal(true, profile), () -> profiles.unpin(profile.id, revision), () -> {
                profile.revision += profile.pin.isPresent() ? 1 : 0;
                profile.pin = Optional.empty();
            });
            return;
        }
        Optional<ErrorCode> refusal = refusal(profile.has(number), profile)
                .or(() -> profile.version(number).deprecated
                        ? Optional.of(ErrorCode.VERSION_DEPRECATED)
                        : Optional.empty());
        life.expect(refusal, () -> profiles.pin(profile.id, revision, number), () -> {
            profile.revision += profile.pin.equals(Optional.of(number)) ? 0 : 1;
            profile.pin = Optional.of(number);
        });
    }

    private void deprecate(ProfileLife life, ProfileModel profile) {
        Profiles profiles = life.world.acme().profiles();
        long revision = revision(profile);
        if (kind == Kind.LIFT) {
            life.expect(
                    refusal(profile.has(number), profile),
                    () -> profiles.undeprecate(profile.id, revision, number),
                    () -> {
                        profile.revision += profile.version(number).deprecated ? 1 : 0;
                        profile.version(number).deprecated = false;
                    });
            return;
        }
        Optional<ErrorCode> refusal = refusal(profile.has(number), profile)
                .or(() -> profile.current() == number ? Optional.of(ErrorCode.WRONG_STATE) : Optional.empty());
        DeprecateRequest why = DeprecateRequest.of(Deprecation.Reason.DEFECT);
        life.expect(refusal, () -> profiles.deprecate(profile.id, revision, number, why), () -> {
            profile.revision++;
            profile.version(number).deprecated = true;
        });
    }

    private void share(ProfileLife life, ProfileModel profile) {
        Profiles profiles = life.world.acme().profiles();
        long revision = revision(profile);
        String organisation = number % 2 == 0 ? "globex" : "hooli";
        if (kind == Kind.SHARE) {
            life.expect(
                    refusal(true, profile),
                    () -> profiles.share(profile.id, revision, organisation),
                    () -> profile.revision += profile.sharedWith.add(organisation) ? 1 : 0);
        } else {
            life.expect(
                    refusal(true, profile),
                    () -> profiles.unshare(profile.id, revision, organisation),
                    () -> profile.revision += profile.sharedWith.remove(organisation) ? 1 : 0);
        }
    }

    private void open(ProfileLife life, ProfileModel profile) {
        ProfileChanges changes = ProfileChanges.builder()
                .expectedRevision(revision(profile))
                .visibility(kind == Kind.OPEN ? Visibility.PUBLIC : Visibility.ORGANISATION)
                .build();
        life.expect(refusal(true, profile), () -> life.world.acme().profiles().update(profile.id, changes), () -> {
            profile.revision++;
            profile.open = kind == Kind.OPEN;
        });
    }

    private void deploy(ProfileLife life, ProfileModel profile) {
        int version = profile.has(number) ? number : profile.current();
        String stack = name + "-" + number % 3;
        boolean allowed = !stale;
        ProfileVersion read = life.world.acme().profiles().version(profile.id, version);
        InstantiateRequest request = World.request(read, stack)
                .version(version)
                .allowDeprecated(allowed)
                .build();
        boolean refused = profile.version(version).deprecated && !allowed;
        life.expect(
                refused ? Optional.of(ErrorCode.VERSION_DEPRECATED) : Optional.empty(),
                () -> World.deploy(life.world.acme(), request),
                () -> profile.deployed.put(stack, version));
    }

    private void delete(ProfileLife life, ProfileModel profile) {
        boolean forced = kind == Kind.DELETE_FORCED;
        DeleteOptions options = DeleteOptions.builder()
                .force(forced)
                .expectedRevision(revision(profile))
                .build();
        boolean used = !forced && !profile.deployed.isEmpty();
        Optional<ErrorCode> refusal =
                refusal(true, profile).or(() -> used ? Optional.of(ErrorCode.WRONG_STATE) : Optional.empty());
        life.expect(
                refusal, () -> life.world.acme().profiles().delete(profile.id, options), () -> life.model.remove(name));
    }

    private long revision(ProfileModel profile) {
        return stale ? profile.revision - 1 : profile.revision;
    }

    /** A stale revision is seen before anything else, then a version that is not there. */
    private Optional<ErrorCode> refusal(boolean there, ProfileModel profile) {
        if (stale) {
            return Optional.of(ErrorCode.STALE_REVISION);
        }
        return there ? Optional.empty() : Optional.of(ErrorCode.NOT_FOUND);
    }
}

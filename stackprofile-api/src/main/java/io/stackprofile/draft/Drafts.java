package io.stackprofile.draft;

import io.stackprofile.DraftId;
import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.diff.VersionDiff;
import io.stackprofile.parameter.BindingMigration;
import io.stackprofile.parameter.ParameterSuggestion;
import io.stackprofile.parameter.ParameterUse;
import io.stackprofile.profile.ProfileVersion;
import java.util.List;
import java.util.Map;

/** Working copies of profiles, of the caller's organisation. Thread-safe. */
public interface Drafts {

    /** Makes a draft: blank, from a version, or from a running stack with every secret redacted. */
    ProfileDraft create(CreateDraftRequest request);

    /** Lists drafts, newest first. */
    Page<DraftSummary> list(PageRequest page);

    /** A draft. */
    ProfileDraft get(DraftId id);

    /**
     * Applies edits in order, all or none.
     *
     * @param revision the revision the edits were made from
     * @throws io.stackprofile.error.ConflictException when the draft has moved on
     */
    ProfileDraft edit(DraftId id, long revision, List<DraftEdit> edits);

    /**
     * Moves a draft of a profile onto the profile's latest version: what changed between the version it was made from and
     * the latest one is joined with what the draft changed. With conflicts the draft stays as it is. A draft that follows
     * the latest version already is returned unchanged.
     *
     * @param revision the revision that was read
     * @param resolutions how conflicts of an earlier call are settled, by their ids; edges and parameters in use are looked
     *     at once nothing else is in conflict
     * @throws io.stackprofile.error.ConflictException when the draft has moved on, or makes a new profile
     * @throws io.stackprofile.error.InvalidContentException when a resolution fits no conflict
     */
    DraftRebase rebase(DraftId id, long revision, Map<String, MergeResolution> resolutions);

    /** The same without resolutions. */
    default DraftRebase rebase(DraftId id, long revision) {
        return rebase(id, revision, Map.of());
    }

    /** Finds everything that is wrong with a draft, at once. */
    DraftValidation validate(DraftId id);

    /**
     * Where each parameter is used, in the parameters' order; one that is used nowhere has no places.
     *
     * @throws io.stackprofile.error.InvalidContentException when a member with placeholders is not YAML
     */
    List<ParameterUse> influence(DraftId id);

    /**
     * Literals that look as if they belonged to one environment; never secrets, and never applied by themselves.
     *
     * @throws io.stackprofile.error.InvalidContentException when a member is not YAML
     */
    List<ParameterSuggestion> suggest(DraftId id);

    /**
     * What publishing the draft would ask callers to fill in, as JSON Schema 2020-12 for forms.
     *
     * @return what {@link io.stackprofile.profile.Profiles#inputsSchema} gives for a version
     */
    String inputsSchema(DraftId id);

    /**
     * What publishing the draft would change against the version it started from.
     *
     * @throws io.stackprofile.error.ConflictException when it continues no profile, so that there is none
     */
    VersionDiff diff(DraftId id);

    /**
     * What differs between a version of the draft's profile and the draft.
     *
     * @throws io.stackprofile.error.ConflictException when it continues no profile
     */
    VersionDiff diff(DraftId id, int fromVersion);

    /**
     * What an update to the draft's content would mean for each deployed instance that the caller's organisation has of its
     * profile, held against the targets as they stand. Nothing is written anywhere.
     *
     * @throws io.stackprofile.error.ConflictException when it continues no profile
     * @throws io.stackprofile.error.InvalidContentException when the draft could not be published as it is
     */
    FleetSimulation simulate(DraftId id, FleetQuery query);

    /**
     * Publishes a draft as a new profile or a profile's next version, and removes the draft, unless it is edited meanwhile.
     * When the outcome of a call is unknown, repeating it makes no second version: it returns the version the draft became
     * and removes the draft, or does not find the draft when it was removed already; then the version
     * whose {@link ProfileVersion#provenance() provenance} names it is there.
     *
     * @throws io.stackprofile.error.ValidationException when the draft has errors, its impact is another than expected, or
     *     the request's migration does not fit the parameters of the version before and of the draft
     * @throws io.stackprofile.error.ConflictException when the name is taken, the profile has a version newer than the
     *     draft's base ({@link #rebase(DraftId, long) rebase} it), or it is another organisation's ({@link Suggestions
     *     suggest} it)
     */
    ProfileVersion publish(DraftId id, PublishRequest request);

    /**
     * Reads a migration: a YAML document of {@code apiVersion: stackprofile.io/v1}, {@code kind: BindingMigration}, with
     * {@code spec.steps}, a list of one of {@code rename}, {@code retype}, {@code map}, {@code split}, {@code merge} and
     * {@code earlierDefault}. Nothing is kept.
     *
     * @throws io.stackprofile.error.InvalidContentException with the line, when it is not such a document
     */
    BindingMigration readMigration(String document);

    /** Deletes a draft. */
    void delete(DraftId id);
}

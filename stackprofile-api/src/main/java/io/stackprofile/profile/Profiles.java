package io.stackprofile.profile;

import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.capture.CaptureReport;
import io.stackprofile.capture.CaptureRequest;
import io.stackprofile.capture.CaptureVersionRequest;
import io.stackprofile.capture.MultiCaptureReport;
import io.stackprofile.capture.MultiCaptureRequest;
import io.stackprofile.diff.DiffFormat;
import io.stackprofile.diff.VersionDiff;
import io.stackprofile.iac.IacExport;
import io.stackprofile.iac.ImportRequest;
import io.stackprofile.parameter.ParameterSuggestion;
import io.stackprofile.parameter.ParameterUse;
import java.util.List;

/**
 * Profiles and their versions. Thread-safe.
 *
 * <p>Every method fails with {@link io.stackprofile.error.AccessDeniedException} when the caller may not, and with
 * {@link io.stackprofile.error.NotFoundException} when the profile does not exist or is another organisation's private
 * one. Nothing is stored by a call that fails, save with {@link io.stackprofile.error.OutcomeUnknownException}.
 */
public interface Profiles {

    /** Lists profiles, newest first. */
    Page<ProfileSummary> list(ProfileQuery query, PageRequest page);

    /** How many profiles a listing would give in all. */
    long count(ProfileQuery query);

    /** A profile with its versions and update status. */
    Profile get(ProfileId id);

    /** The profile that {@code nameOrId} means: an id, a name of the caller's organisation, or {@code organisation/name}. */
    Profile find(String nameOrId);

    /** Captures a running stack as a new profile's version 1, with every secret redacted. */
    ProfileVersion capture(CaptureRequest request);

    /**
     * Creates a profile from the same stack on several clusters. Secrets are redacted in each before anything is compared.
     * Members are matched by kind and name, or, where those differ, by the objects they hold; documents by the object, list
     * items by their keys. The first source gives members, texts and defaults. Values that differ become parameters, equal
     * differences one parameter; whatever no parameter can hold is listed as a residual of its source.
     *
     * @throws io.stackprofile.error.ConflictException when the name is taken
     */
    MultiCapture captureCommon(MultiCaptureRequest request);

    /** What {@link #captureCommon} would find; nothing is stored. */
    MultiCaptureReport inspectCommon(MultiCaptureRequest request);

    /** Captures a running stack as a profile's next version; a redacted place keeps its parameter's name. */
    ProfileVersion captureVersion(ProfileId id, CaptureVersionRequest request);

    /** Creates a profile from an exported document; secrets in it are redacted first. */
    ProfileVersion importIac(ImportRequest request);

    /**
     * What a capture would find, as {@link io.stackprofile.capture.RedactionMode#STRICT} finds: every secret with
     * {@link io.stackprofile.capture.Redaction.Action#REPORTED}, what the policy allows, the fields that would be left out,
     * and warnings. Stores nothing and returns no content, and asks for the
     * same permission as a capture. The request's name, channel and texts play no part.
     */
    CaptureReport inspect(CaptureRequest request);

    /** What an import would find in a document, as {@link #inspect} does for a running stack. */
    CaptureReport inspectIac(ImportRequest request);

    /** A version with its spec and parameters. */
    ProfileVersion version(ProfileId id, int version);

    /** Where each of a version's parameters is used, in their order; one that is used nowhere has no places. */
    List<ParameterUse> influence(ProfileId id, int version);

    /** Literals of a version that look as if they belonged to one environment; never secrets. */
    List<ParameterSuggestion> suggest(ProfileId id, int version);

    /**
     * What a version asks callers to fill in, as JSON Schema 2020-12 for forms: an object with a member for each parameter,
     * in compact JSON, the same text for the same version. Secrets are {@code writeOnly}; choices with titles are a
     * {@code oneOf} of {@code const}, which form libraries show as a list; {@code x-group}, {@code x-order},
     * {@code x-sets}, {@code x-generate} and {@code x-rules} carry what JSON Schema has no word for.
     */
    String inputsSchema(ProfileId id, int version);

    /** What differs between two versions of a profile. */
    VersionDiff diff(ProfileId id, int from, int to);

    /**
     * Writes a diff for people or programs: the same diff always gives the same text. Reads nothing from the store.
     *
     * @param diff what {@link #diff} gave, or {@link io.stackprofile.draft.Drafts#diff}
     */
    String renderDiff(VersionDiff diff, DiffFormat format);

    /** A version as text for Git or another organisation. The same version always gives the same bytes. */
    IacExport exportIac(ProfileId id, int version);

    /** Changes metadata. */
    Profile update(ProfileId id, ProfileChanges changes);

    /**
     * Makes a version current, whatever is published later, until another is pinned or {@link #unpin} is called. Rolling
     * back is pinning an earlier one.
     *
     * @param revision the revision that was read
     * @throws io.stackprofile.error.ConflictException when the profile has moved on, or the version is deprecated
     */
    Profile pin(ProfileId id, long revision, int version);

    /** Lets the current version follow from the channels again; see {@link #pin}. */
    Profile unpin(ProfileId id, long revision);

    /**
     * Says that a version should not be used any more: it is no channel's head, and is instantiated only when that is
     * asked for in spite of it. Its instances go on. What was said before is replaced.
     *
     * @param revision the revision that was read
     * @throws io.stackprofile.error.ConflictException when the profile has moved on, or the version is the current one
     */
    Profile deprecate(ProfileId id, long revision, int version, DeprecateRequest request);

    /** Lifts a deprecation; see {@link #deprecate}. */
    Profile undeprecate(ProfileId id, long revision, int version);

    /**
     * Lets another organisation read, compare, export and instantiate a profile, whatever its visibility.
     *
     * @param revision the revision that was read
     * @param organisation its name; nobody checks whether it exists
     */
    Profile share(ProfileId id, long revision, String organisation);

    /** Takes back what {@link #share} gave. Instances that the organisation has made go on. */
    Profile unshare(ProfileId id, long revision, String organisation);

    /** Every change of a profile of the caller's organisation, newest first, even when it has been deleted. */
    Page<ProfileChange> history(ProfileId id, PageRequest page);

    /** Deletes a profile and its versions. Refused while instances of it exist. */
    void delete(ProfileId id);

    /**
     * Deletes a profile and its versions, and frees its name. Of content, only what instances were made from is left;
     * history says that there was a profile of that name. Texts that were written less than a day ago, as a call under
     * way may be about to use them, go with the next {@link #purge}.
     */
    void delete(ProfileId id, DeleteOptions options);

    /**
     * Removes members' texts that no version, draft or instance of the caller's organisation needs any more and that were
     * last written more than a day ago. Call it once a day.
     *
     * @return how many texts went
     */
    long purge();
}

package io.stackprofile.instantiation;

import io.stackprofile.InstantiationId;
import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.StackDraftId;
import io.stackprofile.parameter.ParameterSet;

/** Stack drafts and instances of the caller's organisation. Thread-safe. */
public interface Instantiations {

    /**
     * Binds a version's parameters and keeps the result as a stack draft beside the target.
     *
     * @throws io.stackprofile.error.ValidationException with every binding that does not fit
     */
    StackDraft create(InstantiateRequest request);

    /**
     * Reads a parameter set: a YAML document of {@code apiVersion: stackprofile.io/v1}, {@code kind: ParameterSet}, with
     * {@code metadata.name} and {@code spec.parameters}, a list of {@code name} and one of {@code value}, {@code env},
     * {@code file} and {@code secret}. Nothing is resolved or kept.
     *
     * @throws io.stackprofile.error.InvalidContentException with the line, when it is not such a document
     */
    ParameterSet readParameterSet(String document);

    /**
     * What {@link #update} would bind, and everything that it would ask. An instance's values are carried through the
     * migration of each version on the way, in the order of their numbers, whatever channels these are on. On the way back
     * to an earlier version no migration is turned around: what it made is lost, and what it was made of is asked.
     */
    UpdatePreview preview(UpdateRequest request);

    /**
     * Binds another version for an instance, and keeps the result as a stack draft beside the instance's target. The
     * instance is as it was until the draft is committed; then the draft's instance takes its place.
     *
     * @throws io.stackprofile.error.ValidationException with everything that has to be asked; see {@link #preview}
     * @throws io.stackprofile.error.ConflictException when a later instance has taken the instance's place, or the version
     *     is deprecated
     */
    StackDraft update(UpdateRequest request);

    /** A stack draft. */
    StackDraft draft(StackDraftId id);

    /** What committing a draft would do; secrets on either side are masked. */
    StackReview review(StackDraftId id);

    /**
     * Deploys a draft. Committing a deployed draft again does nothing; committing one that was interrupted resumes it.
     *
     * @throws io.stackprofile.error.ConflictException when the target changed after the draft was made
     * @throws io.stackprofile.error.SecretException when a secret cannot be resolved; nothing is deployed
     */
    CommitResult commit(StackDraftId id);

    /** Throws a draft away that was never committed, and its instance with it. */
    void discard(StackDraftId id);

    /** An instance. */
    Instantiation get(InstantiationId id);

    /** A profile's instances, newest first. */
    Page<Instantiation> list(ProfileId profile, PageRequest page);

    /** A profile's deployed instances below its current version, newest first. */
    Page<Instantiation> outdated(ProfileId profile, PageRequest page);
}

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

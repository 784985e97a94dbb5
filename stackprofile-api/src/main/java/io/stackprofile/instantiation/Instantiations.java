package io.stackprofile.instantiation;

import io.stackprofile.InstantiationId;
import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.StackDraftId;
import io.stackprofile.parameter.ParameterSet;
import java.util.List;

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
     * <p>What was changed on the target since the instance's commit is kept: the version's change and the local one are
     * joined by path, and members that the version has no more are removed at commit. An instance that was never
     * committed has nothing on the target, so its draft is simply made anew.
     *
     * @throws io.stackprofile.error.ValidationException with everything that has to be asked; see {@link #preview}
     * @throws io.stackprofile.error.ConflictException {@code MERGE_CONFLICT} while a conflict is not settled
     * @throws io.stackprofile.error.NotFoundException when the stack is not on the target any more
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
    default CommitResult commit(StackDraftId id) {
        return commit(id, CommitOptions.defaults());
    }

    /** {@link #commit(StackDraftId)}, as far against others as {@code options} say. */
    CommitResult commit(StackDraftId id, CommitOptions options);

    /**
     * Gives the parameters of a draft that was never committed other values. What it had stays where nothing is given.
     *
     * @throws io.stackprofile.error.ValidationException with every binding that does not fit
     * @throws io.stackprofile.error.ConflictException when the draft has been committed, or changed at the same time
     */
    StackDraft rebind(RebindRequest request);

    /** The stack drafts that a cluster keeps, by id. */
    List<KeptDraft> drafts(String cluster);

    /** Throws a draft away that was never committed, and its instance with it. */
    void discard(StackDraftId id);

    /**
     * Where the target differs from what the instance's version gives: by member and path, with who changed it where the
     * cluster knows. Secrets are masked, and one whose place holds something counts as it was deployed.
     */
    DriftReport drift(InstantiationId id);

    /**
     * Makes an instance of a running stack. Nothing is written on the target. A value that is not given is read from the
     * stack, where it stands whole or between fixed texts; secrets never are, so each needs a reference.
     *
     * @throws io.stackprofile.error.ValidationException with every parameter that is not given and cannot be read
     * @throws io.stackprofile.error.ConflictException when an instance of the profile is on that stack already
     * @throws io.stackprofile.error.NotFoundException when the target has no such stack
     */
    Adoption adopt(AdoptRequest request);

    /**
     * Takes an instance's members off the target, children before their parents. Members that others own or changed are
     * kept and told, unless removing them is asked. Doing it again resumes one that was cut off, and does nothing to one
     * that is done. Generated secrets stay in the vault.
     *
     * @throws io.stackprofile.error.ConflictException when the instance was never committed, or is not looked after
     */
    CommitResult uninstall(InstantiationId id, CommitOptions options);

    /**
     * Looks after an instance no longer. The target is left as it is, and need not be reachable.
     *
     * @throws io.stackprofile.error.ConflictException when the instance was never committed, or is closed already
     */
    Instantiation forget(InstantiationId id);

    /** An instance. */
    Instantiation get(InstantiationId id);

    /** A profile's instances, newest first. */
    Page<Instantiation> list(ProfileId profile, PageRequest page);

    /**
     * Brings many instances to one version, one after the other, wave by wave: each is updated and committed as by
     * {@link #update} and {@link #commit}. It stops once more fail than are tolerated, and when the call is cancelled or out
     * of time it ends between two instances with the rest not reached. The same call goes on where an earlier one ended,
     * however it ended: drafts that it left are replaced, commits that were cut off are resumed, and what has the version
     * is left alone.
     *
     * @throws io.stackprofile.error.ConflictException when the version is deprecated
     */
    RolloutReport rollout(RolloutRequest request);

    /** A profile's deployed instances below its current version, newest first. */
    Page<Instantiation> outdated(ProfileId profile, PageRequest page);
}

package io.stackprofile.spi.cluster;

import io.stackprofile.StackDraftId;
import java.util.List;
import java.util.Optional;

/**
 * One cluster: its stacks, the stack drafts kept beside them, and commits. Safe for concurrent use.
 *
 * <p>Clauses, proved by the testkit:
 * <ul>
 * <li>[CA-1] {@link #read} gives a stack's members in a stable order, each as the cluster holds it: a text to the
 * character, a live object with every field it was given; and every edge as declared. An unknown stack is empty. It
 * changes nothing.
 * <li>[CA-2] {@link #stacks} names every stack that {@link #read} gives, and no draft.
 * <li>[CA-3] A draft that was saved is found, equal to what was saved, until it is deleted; deleting a missing one is no
 * error. Saving it again replaces it. {@link #drafts} names those that are kept.
 * <li>[CA-4] {@link #fingerprint} is the same while nothing of the stack changes, differs when a member as the cluster
 * holds it or an edge does, and has a value for a stack that does not exist.
 * <li>[CA-5] {@link #commit} fails with {@code TARGET_MOVED} and changes nothing when the fingerprint is not the
 * expected one.
 * <li>[CA-6] After a commit, {@link #read} gives the committed members with their edges; members of the target that are
 * not in the commit, and other stacks, are as they were.
 * <li>[CA-7] Committing the same again reports every member unchanged.
 * <li>[CA-8] {@link #preview} gives what {@link #read} gives and what {@link #commit} reports after a commit of the same, and
 * changes nothing.
 * <li>[CA-9] No secret's value is kept in a draft or written in the open.
 * <li>[CA-10] A removal takes away a member that is as this instance put it there. One that others own or changed, or that
 * it did not put there, is kept and reported so, unless removing it was asked. What a member that stays needs is kept
 * as well. A member that is gone counts as removed.
 * <li>[CA-11] A member that fails leaves those that do not need it unaffected, and its outcome says why by a code; a
 * repeat applies what was missing.
 * </ul>
 */
public interface ClusterAccess {

    /** The names of the cluster's stacks, sorted. */
    List<String> stacks();

    /**
     * A stack as it stands.
     *
     * @throws io.stackprofile.error.InvalidContentException when the cluster's description of it is malformed
     */
    Optional<StackSnapshot> read(String stack);

    /** What tells one state of a stack from another. */
    String fingerprint(String stack);

    /** Keeps a draft. */
    void saveDraft(DraftDocument draft);

    /** A draft, if it was saved. */
    Optional<DraftDocument> findDraft(StackDraftId id);

    /** The drafts that are kept, by id. */
    List<DraftHeading> drafts();

    /** Removes a draft. */
    void deleteDraft(StackDraftId id);

    /** What {@link #commit} would do. Changes nothing, and asks for no secret. */
    CommitPreview preview(StackCommit commit);

    /**
     * Deploys a stack.
     *
     * @throws io.stackprofile.error.ConflictException with {@code TARGET_MOVED}
     */
    CommitReport commit(StackCommit commit);
}

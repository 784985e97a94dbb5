package io.stackprofile.cluster.kubernetes.internal.commit;

import io.stackprofile.spi.cluster.CommitPreview;
import io.stackprofile.spi.cluster.CommitReport;
import io.stackprofile.spi.cluster.StackCommit;

/** Brings stacks onto one API server. Thread-safe. */
public interface StackWriter {

    /** What {@link #commit} would do; changes nothing and asks for no secret. */
    CommitPreview preview(StackCommit commit, TargetState target);

    /**
     * Applies a stack.
     *
     * @param target the target stack as it was read just now; its fingerprint is compared with the expected one
     * @throws io.stackprofile.error.ConflictException with {@code TARGET_MOVED}; nothing is written then
     * @throws io.stackprofile.error.SecretException when a secret cannot be resolved; nothing is written then
     */
    CommitReport commit(StackCommit commit, TargetState target);
}

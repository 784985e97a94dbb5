package io.stackprofile.core.internal.engine;

import io.stackprofile.core.internal.redact.sweep.Sweep;
import io.stackprofile.error.ClusterException;
import io.stackprofile.error.ConflictException;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.error.SecretException;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.instantiation.FieldConflict;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.cluster.CommitReport;
import io.stackprofile.spi.cluster.StackCommit;
import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * A cluster that secrets are handed to, and that repeats none of them: what an API server refuses, it may quote.
 */
final class QuietCluster {

    private final ClusterAccess cluster;
    private final SecretLookup secrets;

    QuietCluster(ClusterAccess cluster, SecretLookup secrets) {
        this.cluster = cluster;
        this.secrets = secrets;
    }

    /** Commits. Secrets in what the cluster says of its members are masked; a failure that holds one is told without it. */
    CommitReport commit(StackCommit plan) {
        try {
            CommitReport report = cluster.commit(plan);
            Sweep sweep = secrets.sweep();
            return new CommitReport(report.members().stream()
                    .map(outcome -> masked(outcome, sweep))
                    .toList());
        } catch (RuntimeException failure) {
            Sweep sweep = secrets.sweep();
            throw sweep.find(trace(failure)).isEmpty() ? failure : told(failure, sweep);
        } finally {
            secrets.forget();
        }
    }

    /** What a cluster says of a member, without the secrets that {@code sweep} knows. */
    static MemberOutcome masked(MemberOutcome outcome, Sweep sweep) {
        return MemberOutcome.builder()
                .ref(outcome.ref())
                .status(outcome.status())
                .message(outcome.message().map(sweep::mask))
                .code(outcome.code())
                .addAllConflicts(outcome.conflicts().stream()
                        .map(conflict -> new FieldConflict(
                                conflict.document(),
                                sweep.mask(conflict.field()),
                                sweep.mask(conflict.manager()),
                                conflict.operation()))
                        .toList())
                .build();
    }

    // A refusal stays one: it says that nothing on the target was changed.
    private static StackProfileException told(RuntimeException failure, Sweep sweep) {
        if (failure instanceof ConflictException refused) {
            return new ConflictException(refused.code(), sweep.mask(refused.problem()), sweep.mask(refused.remedy()));
        }
        if (failure instanceof SecretException refused) {
            return new SecretException(
                    refused.code(), sweep.mask(refused.problem()), sweep.mask(refused.remedy()), Location.unknown());
        }
        if (failure instanceof InvalidContentException refused) {
            return new InvalidContentException(
                    refused.code(), sweep.mask(refused.problem()), sweep.mask(refused.remedy()), Location.unknown());
        }
        return new ClusterException(
                "the cluster failed with " + failure.getClass().getName()
                        + ", whose message is left out since a secret stands in it",
                "Look at the target, then commit again.",
                Location.unknown());
    }

    private static String trace(RuntimeException failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }
}

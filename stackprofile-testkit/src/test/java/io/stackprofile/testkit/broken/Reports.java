package io.stackprofile.testkit.broken;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.instantiation.MemberOutcome.Status;
import io.stackprofile.spi.cluster.CommitReport;
import java.util.function.UnaryOperator;

/** Reports that do not say what was done. */
final class Reports {

    private Reports() {}

    static CommitReport map(Object report, UnaryOperator<MemberOutcome> change) {
        return new CommitReport(
                ((CommitReport) report).members().stream().map(change).toList());
    }

    /** One status told for another. */
    static CommitReport told(Object report, Status done, Status told) {
        return map(report, outcome -> outcome.status() == done ? as(outcome, told) : outcome);
    }

    static MemberOutcome as(MemberOutcome outcome, Status told) {
        MemberOutcome.Builder other = MemberOutcome.builder();
        other.ref(outcome.ref()).status(told).message(outcome.message());
        if (told == Status.FAILED) {
            other.code(ErrorCode.CLUSTER_FAILED);
        }
        return other.build();
    }
}

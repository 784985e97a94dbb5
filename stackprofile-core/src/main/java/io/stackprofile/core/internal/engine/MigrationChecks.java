package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.ProfileId;
import io.stackprofile.capture.RedactionPolicy;
import io.stackprofile.core.internal.migrate.MigrationContract;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Finding;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.error.ValidationException;
import io.stackprofile.parameter.BindingMigration;
import io.stackprofile.parameter.MigrationStep;
import io.stackprofile.parameter.Parameter;
import java.util.List;
import java.util.Optional;

/** Refuses a migration that does not fit the version it is declared for and the one before it. */
final class MigrationChecks {

    private final EngineParts parts;
    private final RedactionPolicy policy;
    private final ProfileReader reader;

    /** Secrets are told as {@code policy} says. */
    MigrationChecks(EngineParts parts, Caller caller, RedactionPolicy policy) {
        this.parts = parts;
        this.policy = policy;
        this.reader = new ProfileReader(parts.store(), caller);
    }

    /**
     * Requires that it fits.
     *
     * @param profile the profile that gets another version; absent for a new one
     * @param base the version before
     * @param parameters what the new version asks
     */
    void require(
            BindingMigration migration,
            Optional<ProfileId> profile,
            Optional<Integer> base,
            List<Parameter> parameters) {
        if (migration.isEmpty()) {
            return;
        }
        if (profile.isEmpty() || base.isEmpty()) {
            throw new InvalidContentException(
                    ErrorCode.INVALID_REQUEST,
                    "a profile's first version follows from none, and a migration is declared for it",
                    "Leave the migration out.",
                    Location.unknown());
        }
        requireModest(migration);
        new OutputGuard(parts.redactor(policy)).requireClean(migration);
        requireFitting(migration, profile.get(), base.get(), parameters);
    }

    private void requireFitting(BindingMigration migration, ProfileId profile, int base, List<Parameter> parameters) {
        List<Parameter> before = reader.contract(reader.owned(profile), base).parameters();
        List<Finding> findings = MigrationContract.check(before, parameters, migration);
        if (!findings.isEmpty()) {
            throw new ValidationException(
                    ErrorCode.INVALID_DRAFT,
                    "the migration does not fit the parameters of version " + base + " and of the draft",
                    "Mend every step and publish again.",
                    findings);
        }
    }

    private void requireModest(BindingMigration migration) {
        int steps = migration.steps().size();
        if (steps > 2L * parts.limits().parameters()) {
            throw tooMuch("the migration has " + steps + " steps", "Limits.parameters");
        }
        long size = migration.steps().stream().mapToLong(MigrationChecks::size).sum();
        if (size > parts.limits().textSize()) {
            throw tooMuch("the migration has " + size + " characters", "Limits.textSize");
        }
    }

    /** Characters of what people write; names are short. */
    private static long size(MigrationStep step) {
        if (step instanceof MigrationStep.MapValues mapping) {
            return mapping.values().entrySet().stream()
                    .mapToLong(entry ->
                            entry.getKey().length() + entry.getValue().text().length())
                    .sum();
        }
        if (step instanceof MigrationStep.EarlierDefault earlier) {
            return earlier.value().text().length();
        }
        if (step instanceof MigrationStep.Merge merge) {
            return merge.template().length();
        }
        return step instanceof MigrationStep.Split split ? split.pattern().length() : 0;
    }

    private static InvalidContentException tooMuch(String what, String limit) {
        return new InvalidContentException(
                ErrorCode.LIMIT_EXCEEDED,
                what + ", more than the limits allow",
                "Shorten it, or raise " + limit + ".",
                Location.unknown());
    }
}

package io.stackprofile.core.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stackprofile.core.internal.tree.PlatformStack;
import io.stackprofile.error.StoreException;
import io.stackprofile.parameter.BindingMigration;
import io.stackprofile.parameter.MigrationStep.EarlierDefault;
import io.stackprofile.parameter.MigrationStep.MapValues;
import io.stackprofile.parameter.MigrationStep.Merge;
import io.stackprofile.parameter.MigrationStep.Rename;
import io.stackprofile.parameter.MigrationStep.Retype;
import io.stackprofile.parameter.MigrationStep.Split;
import io.stackprofile.parameter.ParameterValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A migration in its version's stored document. */
class StoredMigrationTest {

    private static final BindingMigration MIGRATION = BindingMigration.of(
            new Rename("host", "public_host"),
            new Retype("replicas", "replicas"),
            new MapValues("size", "tier", Map.of("Large", ParameterValue.of(5))),
            new Split("endpoint", List.of("name", "port"), "([^:]+):([0-9]+)"),
            new Merge("${{ parameters.a }}/${{ parameters.b }}", "path"),
            new EarlierDefault("mode", ParameterValue.of(420).spelled("0644")));

    /** What stores hold from now on, and must stay readable. */
    private static final String STORED = "\"migration\":[{\"rename\":{\"from\":\"host\",\"to\":\"public_host\"}},"
            + "{\"retype\":{\"from\":\"replicas\",\"to\":\"replicas\"}},"
            + "{\"map\":{\"from\":\"size\",\"to\":\"tier\",\"values\":{\"Large\":{\"kind\":\"number\",\"text\":\"5\"}}}},"
            + "{\"split\":{\"from\":\"endpoint\",\"to\":[\"name\",\"port\"],\"pattern\":\"([^:]+):([0-9]+)\"}},"
            + "{\"merge\":{\"template\":\"${{ parameters.a }}/${{ parameters.b }}\",\"to\":\"path\"}},"
            + "{\"earlierDefault\":{\"to\":\"mode\","
            + "\"value\":{\"kind\":\"number\",\"text\":\"420\",\"spelling\":\"0644\"}}}]";

    @Test
    void everyStepReadsBackAsItWasWritten() {
        EncodedDocument encoded = version(MIGRATION);

        assertThat(encoded.document()).contains(STORED);
        assertThat(VersionDocument.decode(encoded.document(), encoded.contents())
                        .migration())
                .isEqualTo(MIGRATION);
        assertThat(VersionDocument.asked(encoded.document()))
                .isEqualTo(new VersionDocument.Asked(PlatformStack.parameters(), MIGRATION));
    }

    @Test
    void aVersionThatWasStoredBeforeThereWereMigrationsDeclaresNone() {
        EncodedDocument encoded = version(BindingMigration.none());

        assertThat(encoded.document()).doesNotContain("migration");
        assertThat(VersionDocument.asked(encoded.document()).migration()).isEqualTo(BindingMigration.none());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rename | hunter2-canary | a field stands here that is not known",
                "public_host | hunter2-canary | to must be a letter followed by up to 62 letters, digits or underscores",
                "parameters.a | hunter2-canary | template: a place is written ${{ parameters.NAME }}, without a filter"
            })
    void aDamagedStepIsRefusedByPlaceAndNeverQuoted(String from, String to, String problem) {
        EncodedDocument encoded = version(MIGRATION);
        String damaged = encoded.document().replace(from, to);

        StoreException refused =
                catchThrowableOfType(StoreException.class, () -> VersionDocument.decode(damaged, encoded.contents()));

        assertThat(refused.problem()).contains("at /migration/").endsWith(problem);
        assertThat(refused.getMessage()).doesNotContain("hunter2");
    }

    private static EncodedDocument version(BindingMigration migration) {
        return VersionDocument.encode(
                PlatformStack.spec(),
                PlatformStack.parameters(),
                List.of(),
                migration,
                StoredExamples.provenance(),
                StoredExamples.report(),
                StoredExamples.policy(),
                StoredExamples.fingerprints());
    }
}

package io.stackprofile.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.testkit.contract.Clause;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The clauses, the documents and the contracts say the same. */
class ClausesTest {

    @Test
    void everyClauseOfTheSpiHasATestAndEveryTestAClause() throws Exception {
        Set<String> proved = Contracts.tests()
                .map(test -> test.getAnnotation(Clause.class).value())
                .collect(Collectors.toSet());
        assertThat(proved)
                .hasSizeGreaterThan(40)
                .containsExactlyInAnyOrderElementsOf(ClauseSources.javadoc().keySet());
    }

    @Test
    void everyTestIsNamedAfterItsClause() {
        assertThat(Contracts.tests()).allSatisfy(test -> {
            String clause = test.getAnnotation(Clause.class).value().replace("-", "");
            assertThat(test.getName()).matches("required_" + clause + "_[a-z][A-Za-z0-9]+");
        });
    }

    @Test
    void theDocumentsWordEveryClauseAsTheJavadocDoes() throws Exception {
        assertThat(ClauseSources.docs()).containsExactlyInAnyOrderEntriesOf(ClauseSources.javadoc());
    }

    @Test
    void theDocumentsSayWhatEveryClauseIsFor() throws Exception {
        assertThat(ClauseSources.intents())
                .allSatisfy((clause, intent) -> assertThat(intent).as(clause).matches("[a-z`].{10,}[^.]\\."));
    }

    @Test
    void theDocumentsSayOfEveryMethodWhatItDoesAtOnceAndWhatARepeatSees() throws Exception {
        assertThat(MethodTable.methods()).containsExactlyElementsOf(MethodTable.ofTheSpi());
        assertThat(MethodTable.rows())
                .allSatisfy(row -> assertThat(row).hasSize(5).noneMatch(String::isBlank));
    }
}

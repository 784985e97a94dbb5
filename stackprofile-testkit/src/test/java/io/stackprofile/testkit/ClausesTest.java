package io.stackprofile.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.testkit.contract.Clause;
import io.stackprofile.testkit.contract.ClusterAccessContract;
import io.stackprofile.testkit.contract.ContentStoreContract;
import io.stackprofile.testkit.contract.DraftStoreContract;
import io.stackprofile.testkit.contract.HistoryStoreContract;
import io.stackprofile.testkit.contract.InstantiationStoreContract;
import io.stackprofile.testkit.contract.ProfileCatalogueContract;
import io.stackprofile.testkit.contract.ProfileStoreContract;
import io.stackprofile.testkit.contract.SecretVaultContract;
import io.stackprofile.testkit.contract.SuggestionStoreContract;
import io.stackprofile.testkit.contract.WholeStoreContract;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The clauses, the documents and the contracts say the same. */
class ClausesTest {

    private static final List<Class<?>> CONTRACTS = List.of(
            ProfileStoreContract.class,
            ProfileCatalogueContract.class,
            HistoryStoreContract.class,
            ContentStoreContract.class,
            DraftStoreContract.class,
            SuggestionStoreContract.class,
            InstantiationStoreContract.class,
            ClusterAccessContract.class,
            SecretVaultContract.class,
            WholeStoreContract.class);

    private static Stream<Method> tests() {
        return CONTRACTS.stream()
                .flatMap(contract -> Arrays.stream(contract.getMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class));
    }

    @Test
    void everyClauseOfTheSpiHasATestAndEveryTestAClause() throws Exception {
        Set<String> proved =
                tests().map(test -> test.getAnnotation(Clause.class).value()).collect(Collectors.toSet());
        assertThat(proved)
                .hasSizeGreaterThan(40)
                .containsExactlyInAnyOrderElementsOf(ClauseSources.javadoc().keySet());
    }

    @Test
    void everyTestIsNamedAfterItsClause() {
        assertThat(tests()).allSatisfy(test -> {
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
    void theDocumentsSayOfEveryMethodOfAStoreWhatItDoesAtOnceAndWhatARepeatSees() throws Exception {
        assertThat(MethodTable.methods()).containsExactlyElementsOf(MethodTable.ofTheSpi());
        assertThat(MethodTable.rows())
                .allSatisfy(row -> assertThat(row).hasSize(5).noneMatch(String::isBlank));
    }
}

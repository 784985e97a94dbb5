package io.stackprofile.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.PageRequest;
import io.stackprofile.profile.Visibility;
import io.stackprofile.spi.store.ProfileFilter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every listing reads an index, and listings that any number of rows match stop after a page. */
class QueryPlanTest {

    private static final Optional<UUID> AFTER = Optional.of(Records.id(5));

    @TempDir
    private Path folder;

    private Transactions transactions;

    @BeforeEach
    void open() {
        transactions = SqliteFile.open(folder.resolve("profiles.db"));
    }

    @AfterEach
    void close() {
        transactions.close();
    }

    @Test
    void an_organisations_profiles() {
        assertThat(plan(ProfileFilter.builder().organisation("acme").build()))
                .containsExactly("SEARCH p USING INDEX profile_newest (organisation=? AND id<?)");
    }

    @Test
    void public_profiles() {
        assertThat(plan(ProfileFilter.builder().visibility(Visibility.PUBLIC).build()))
                .containsExactly("SEARCH p USING INDEX profile_public_newest (id<?)");
    }

    @Test
    void a_category() {
        assertThat(plan(ProfileFilter.builder()
                        .organisation("acme")
                        .category("platform")
                        .build()))
                .containsExactly("SEARCH p USING INDEX profile_category (organisation=? AND category=? AND id<?)");
        assertThat(plan(ProfileFilter.builder()
                        .visibility(Visibility.PUBLIC)
                        .category("platform")
                        .build()))
                .containsExactly("SEARCH p USING INDEX profile_public_category (category=? AND id<?)");
    }

    @Test
    void a_tag() {
        assertThat(plan(ProfileFilter.builder().organisation("acme").tag("base").build()))
                .containsExactly(
                        "SEARCH t USING PRIMARY KEY (organisation=? AND tag=? AND profile_id<?)",
                        "SEARCH p USING INDEX profile_newest (organisation=? AND id=?)");
        assertThat(plan(ProfileFilter.builder()
                        .visibility(Visibility.PUBLIC)
                        .tag("base")
                        .build()))
                .first()
                .isEqualTo("SEARCH t USING COVERING INDEX profile_tag_public (tag=? AND profile_id<?)");
    }

    @Test
    void a_prefix_of_few_names_reads_only_those() {
        assertThat(plan(ProfileFilter.builder()
                        .organisation("acme")
                        .namePrefix("plat")
                        .build()))
                .containsExactly(
                        "SEARCH p USING INDEX profile_newest (organisation=? AND id=?)",
                        "LIST SUBQUERY 1",
                        "SEARCH n USING COVERING INDEX profile_prefix (organisation=? AND <expr>>? AND <expr><?)");
        assertThat(plan(ProfileFilter.builder()
                        .visibility(Visibility.PUBLIC)
                        .namePrefix("plat")
                        .build()))
                .containsExactly(
                        "SEARCH p USING INDEX sqlite_autoindex_profile_1 (id=?)",
                        "LIST SUBQUERY 1",
                        "SEARCH n USING INDEX profile_public_prefix (<expr>>? AND <expr><?)");
    }

    @Test
    void a_prefix_of_many_names_stops_after_a_page() {
        ProfileFilter filter =
                ProfileFilter.builder().organisation("acme").namePrefix("p").build();
        assertThat(plan(JdbcProfileCatalogue.pageQuery(
                        transactions.directory(), filter, false, AFTER, PageRequest.first())))
                .containsExactly("SEARCH p USING INDEX profile_newest (organisation=? AND id<?)");
        assertThat(plan(JdbcProfileCatalogue.countQuery(transactions.directory(), filter)))
                .containsExactly(
                        "SEARCH p USING COVERING INDEX profile_prefix (organisation=? AND <expr>>? AND <expr><?)");
    }

    @Test
    void drafts() {
        assertThat(plan(JdbcDraftStore.pageQuery("acme", AFTER, PageRequest.first())))
                .first()
                .isEqualTo("SEARCH d USING INDEX sqlite_autoindex_draft_1 (organisation=? AND id<?)");
    }

    @Test
    void instances() {
        assertThat(plan(instances(OptionalInt.empty(), false)))
                .first()
                .isEqualTo("SEARCH i USING INDEX instantiation_newest (organisation=? AND profile_id=? AND id<?)");
        assertThat(plan(instances(OptionalInt.of(3), false)))
                .first()
                .isEqualTo("SEARCH i USING INDEX instantiation_newest (organisation=? AND profile_id=? AND id<?)");
        assertThat(plan(instances(OptionalInt.of(3), true)))
                .contains(
                        "SEARCH i USING INDEX sqlite_autoindex_instantiation_1 (organisation=? AND id=?)",
                        "SEARCH b USING COVERING INDEX instantiation_behind"
                                + " (organisation=? AND profile_id=? AND version<?)")
                .noneMatch(step -> step.contains("TEMP B-TREE"));
    }

    private static Listing.Query instances(OptionalInt below, boolean few) {
        return JdbcInstantiationStore.pageQuery("acme", Records.profileId(1), below, few, AFTER, PageRequest.first());
    }

    private List<String> plan(ProfileFilter filter) {
        assertThat(plan(JdbcProfileCatalogue.countQuery(transactions.directory(), filter)))
                .noneMatch(step -> step.startsWith("SCAN") && !step.contains("COVERING INDEX"));
        return plan(JdbcProfileCatalogue.pageQuery(transactions.directory(), filter, true, AFTER, PageRequest.first()));
    }

    private List<String> plan(Listing.Query query) {
        return transactions.read(
                "explain",
                sql -> sql.list("EXPLAIN QUERY PLAN " + query.sql(), row -> row.text("detail"), query.array()));
    }
}

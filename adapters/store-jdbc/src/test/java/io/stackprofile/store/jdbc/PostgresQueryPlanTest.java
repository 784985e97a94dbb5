package io.stackprofile.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.PageRequest;
import io.stackprofile.profile.Visibility;
import io.stackprofile.spi.store.ProfileFilter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every listing reads an index, and listings that any number of rows match stop after a page; over 60,000 rows. */
class PostgresQueryPlanTest {

    private static final Optional<UUID> AFTER = Optional.of(Records.id(30_000));
    private static final DataSource DATABASE = PostgresPools.empty();

    private static final String ID =
            "('01959000'||lpad(to_hex(n), 4, '0')||'70008000'||lpad(to_hex(n), 12, '0'))::uuid";

    private static Transactions transactions;

    /** Half of the profiles are public, and each of four organisations has a quarter. */
    @BeforeAll
    static void fill() throws SQLException {
        transactions =
                PostgresDatabase.open(DATABASE, PostgresqlOptions.builder().build());
        fillProfiles();
        fillTheRest();
        execute("ANALYZE");
    }

    private static void fillProfiles() throws SQLException {
        execute("INSERT INTO profile SELECT " + ID + ", 'org-'||n%4, 'platform-'||n, NULL, 'category-'||n%40, '[]',"
                + " CASE WHEN n%2=0 THEN 'PUBLIC' ELSE 'ORGANISATION' END, 1, 1, 1, 0, 'a', 0, 'a', '[]', NULL, ''"
                + " FROM generate_series(1, 60000) n");
        execute("INSERT INTO profile_tag SELECT organisation, 'tag-'||abs(hashtext(name))%20, id FROM profile");
        execute("INSERT INTO profile_owner SELECT id, organisation FROM profile");
        execute("INSERT INTO public_profile SELECT id, organisation, name, category FROM profile"
                + " WHERE visibility = 'PUBLIC'");
        execute("INSERT INTO public_profile_tag SELECT 'tag-'||abs(hashtext(name))%20, profile_id, organisation"
                + " FROM public_profile");
        execute("INSERT INTO profile_share SELECT 'reader-'||abs(hashtext(name))%20, id, organisation FROM profile");
    }

    private static void fillTheRest() throws SQLException {
        execute("INSERT INTO draft SELECT organisation, id, 1, 'd', NULL, 0, 'a', 0, 'a', '{}' FROM profile");
        execute(
                "INSERT INTO suggestion SELECT id, organisation, CASE WHEN name LIKE '%1' THEN '" + Records.id(1)
                        + "' ELSE id END, 'globex-'||abs(hashtext(name))%20, 1, 'OPEN', 0, 'a', 0, 'a', '{}', '{}' FROM profile");
        execute("INSERT INTO profile_history SELECT 'org-1', CASE WHEN n%2=0 THEN " + ID + " ELSE '" + Records.id(1)
                + "' END, n, 0, 'a', '{}' FROM generate_series(1, 60000) n");
        execute("INSERT INTO instantiation SELECT 'org-1', " + ID + ", 1, CASE WHEN n%20=0 THEN '" + Records.id(1)
                + "' ELSE " + ID + " END, n%50, 'c', 's', 'DEPLOYED', " + ID
                + ", 0, 'a', 0, '{}' FROM generate_series(1, 60000) n");
        execute("INSERT INTO content_ref SELECT organisation, 'draft:'||id, 0, decode(md5(name)||md5(name), 'hex')"
                + " FROM profile WHERE organisation = 'org-1'");
    }

    @AfterAll
    static void close() {
        transactions.close();
    }

    @Test
    void an_organisations_profiles() {
        assertThat(page(ProfileFilter.builder().organisation("org-1").build()))
                .containsExactly("Limit", "Index Scan Backward using profile_pkey on profile p");
    }

    @Test
    void public_profiles() {
        assertThat(page(ProfileFilter.builder().visibility(Visibility.PUBLIC).build()))
                .containsExactly(
                        "Limit",
                        "Nested Loop",
                        "Index Scan Backward using public_profile_pkey on public_profile c",
                        "Index Scan using profile_pkey on profile p");
    }

    @Test
    void shared_profiles() {
        assertThat(page(ProfileFilter.builder().sharedWith("reader-7").build()))
                .satisfies(PostgresQueryPlanTest::stopsAfterAPage);
        assertThat(page(ProfileFilter.builder().sharedWith("rare").build()))
                .anyMatch(step -> step.contains("profile_share_pkey"))
                .noneMatch(step -> step.contains("Seq Scan"));
    }

    @Test
    void a_category() {
        assertThat(page(ProfileFilter.builder()
                        .organisation("org-1")
                        .category("category-1")
                        .build()))
                .containsExactly("Limit", "Index Scan Backward using profile_category on profile p");
        assertThat(page(ProfileFilter.builder()
                        .visibility(Visibility.PUBLIC)
                        .category("category-2")
                        .build()))
                .satisfies(PostgresQueryPlanTest::stopsAfterAPage);
        assertThat(page(ProfileFilter.builder()
                        .visibility(Visibility.PUBLIC)
                        .category("rare")
                        .build()))
                .anyMatch(step -> step.contains("public_profile_category"));
    }

    @Test
    void a_tag() {
        assertThat(page(ProfileFilter.builder()
                        .organisation("org-1")
                        .tag("tag-7")
                        .build()))
                .satisfies(PostgresQueryPlanTest::stopsAfterAPage);
        assertThat(page(ProfileFilter.builder()
                        .organisation("org-1")
                        .tag("rare")
                        .build()))
                .anyMatch(step -> step.contains("profile_tag_pkey"));
        assertThat(page(ProfileFilter.builder()
                        .visibility(Visibility.PUBLIC)
                        .tag("tag-7")
                        .build()))
                .satisfies(PostgresQueryPlanTest::stopsAfterAPage);
        assertThat(page(ProfileFilter.builder()
                        .visibility(Visibility.PUBLIC)
                        .tag("rare")
                        .build()))
                .anyMatch(step -> step.contains("public_profile_tag_pkey"));
    }

    @Test
    void a_prefix_of_few_names_reads_only_those() {
        ProfileFilter own = ProfileFilter.builder()
                .organisation("org-1")
                .namePrefix("platform-77")
                .build();
        assertThat(plan(JdbcProfileCatalogue.pageQuery(
                        transactions.directory(), own, true, Optional.empty(), PageRequest.first())))
                .anyMatch(step -> step.contains("profile_organisation_name_key"))
                .anyMatch(step -> step.contains("profile_pkey"))
                .noneMatch(step -> step.contains("Seq Scan"));
        ProfileFilter open = ProfileFilter.builder()
                .visibility(Visibility.PUBLIC)
                .namePrefix("platform-77")
                .build();
        assertThat(plan(JdbcProfileCatalogue.pageQuery(
                        transactions.directory(), open, true, Optional.empty(), PageRequest.first())))
                .anyMatch(step -> step.contains("public_profile_name"))
                .noneMatch(step -> step.contains("Seq Scan"));
    }

    @Test
    void a_prefix_of_many_names_stops_after_a_page() {
        ProfileFilter filter = ProfileFilter.builder()
                .organisation("org-1")
                .namePrefix("platform")
                .build();
        assertThat(page(filter)).containsExactly("Limit", "Index Scan Backward using profile_pkey on profile p");
    }

    @Test
    void drafts_and_what_they_refer_to() {
        assertThat(plan(JdbcDraftStore.pageQuery("org-1", AFTER, PageRequest.first())))
                .contains("Index Scan Backward using draft_pkey on draft d")
                .anyMatch(step -> step.contains("using content_ref_pkey on content_ref r"))
                .noneMatch(step -> step.contains("Sort") || step.contains("Seq Scan"));
    }

    @Test
    void instances() {
        for (OptionalInt below : List.of(OptionalInt.empty(), OptionalInt.of(40))) {
            assertThat(plan(instances(below, false)))
                    .contains("Index Scan Backward using instantiation_newest on instantiation i")
                    .noneMatch(step -> step.contains("Sort") || step.contains("Seq Scan"));
        }
        assertThat(plan(instances(OptionalInt.of(1), true)))
                .anyMatch(step -> step.contains("instantiation_behind"))
                .noneMatch(step -> step.contains("Seq Scan"));
    }

    @Test
    void suggestions() {
        assertThat(plan(JdbcSuggestionStore.received("org-1", Records.profileId(1))
                        .page(SuggestionRows.COLUMNS, AFTER, PageRequest.first())))
                .satisfies(PostgresQueryPlanTest::stopsAfterAPage);
        assertThat(plan(JdbcSuggestionStore.received("org-1", Records.profileId(7))
                        .page(SuggestionRows.COLUMNS, AFTER, PageRequest.first())))
                .anyMatch(step -> step.contains("suggestion_received"));
        assertThat(plan(JdbcSuggestionStore.sent("globex-7").page(SuggestionRows.COLUMNS, AFTER, PageRequest.first())))
                .satisfies(PostgresQueryPlanTest::stopsAfterAPage);
        assertThat(plan(JdbcSuggestionStore.sent("rare").page(SuggestionRows.COLUMNS, AFTER, PageRequest.first())))
                .anyMatch(step -> step.contains("suggestion_sent"));
    }

    @Test
    void history() {
        assertThat(plan(new Listing.Query(JdbcHistoryStore.PAGE, List.of("org-1", Records.id(1), 50_000, 51))))
                .containsExactly("Limit", "Index Scan Backward using profile_history_pkey on profile_history");
    }

    /** As planned once for all values, which the database does after five runs on one connection. */
    @Test
    void plans_for_any_values_are_the_same() throws SQLException {
        ProfileFilter many = ProfileFilter.builder()
                .organisation("org-1")
                .namePrefix("platform")
                .build();
        Listing.Query names =
                JdbcProfileCatalogue.pageQuery(transactions.directory(), many, false, AFTER, PageRequest.first());
        assertThat(genericPlan(names, "text, text, text, uuid, bigint"))
                .contains("Index Scan Backward using profile_pkey on profile p")
                .noneMatch(step -> step.contains("Sort"));
        assertThat(genericPlan(instances(OptionalInt.of(40), false), "text, uuid, bigint, uuid, bigint"))
                .contains("Index Scan Backward using instantiation_newest on instantiation i")
                .noneMatch(step -> step.contains("Sort"));
    }

    private static List<String> genericPlan(Listing.Query query, String types) throws SQLException {
        String text = new PostgresDialect(PostgresqlOptions.builder().build()).spell(query.sql());
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < query.parameters().size(); i++) {
            text = text.replaceFirst("\\?", "\\$" + (i + 1));
            values.append(i == 0 ? "" : ", ")
                    .append("'")
                    .append(query.parameters().get(i))
                    .append("'");
        }
        String prepared = text;
        return transactions.write("explain", sql -> {
            sql.update("SET LOCAL plan_cache_mode = force_generic_plan");
            sql.update("PREPARE listing (" + types + ") AS " + prepared);
            List<String> steps = steps(sql, "EXPLAIN EXECUTE listing (" + values + ")");
            sql.update("DEALLOCATE listing");
            return steps;
        });
    }

    private static Listing.Query instances(OptionalInt below, boolean few) {
        return JdbcInstantiationStore.pageQuery("org-1", Records.profileId(1), below, few, AFTER, PageRequest.first());
    }

    private static List<String> page(ProfileFilter filter) {
        return plan(
                JdbcProfileCatalogue.pageQuery(transactions.directory(), filter, false, AFTER, PageRequest.first()));
    }

    private static List<String> plan(Listing.Query query) {
        return transactions.read("explain", sql -> steps(sql, "EXPLAIN " + query.sql(), query.array()));
    }

    /** Reads in the listing's order, so that the limit ends it. */
    private static void stopsAfterAPage(List<? extends String> plan) {
        assertThat(plan).first().isEqualTo("Limit");
        assertThat(plan)
                .anyMatch(step -> step.startsWith("Index") && step.contains("Scan Backward"))
                .noneMatch(step -> step.contains("Sort") || step.contains("Seq Scan") || step.contains("Bitmap"));
    }

    /** The plan's nodes, without costs and conditions. */
    private static List<String> steps(Sql sql, String explain, Object... parameters) throws SQLException {
        return sql.list(explain, row -> row.text("QUERY PLAN"), parameters).stream()
                .filter(line -> line.contains("(cost="))
                .map(line -> line.substring(0, line.indexOf("(cost="))
                        .replace("->", "")
                        .strip())
                .toList();
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = DATABASE.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

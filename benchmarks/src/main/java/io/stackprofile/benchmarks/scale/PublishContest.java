package io.stackprofile.benchmarks.scale;

import io.stackprofile.spi.store.StackProfileStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/**
 * A version of a large stack that changes three members: ours as an engine stores it (every text is put, then the
 * version is appended), a raw insert of three texts and a document with one commit, and Git's add and commit.
 */
final class PublishContest {

    private final ScaleDatabase database;
    private final Contest.Pace pace;
    private final ManyMembers members;

    PublishContest(ScaleDatabase database, ManyMembers members, Contest.Pace pace) {
        this.database = database;
        this.pace = pace;
        this.members = members;
    }

    List<Contest.Time> run(Path folder) throws Exception {
        StackProfileStore store = database.store();
        store.contents().putAll(StoredRows.ORGANISATION, members.contents(), members.now());
        store.profiles().create("everything", members.profile(), members.version());
        String binary = database instanceof ScaleDatabase.Sqlite ? "BLOB" : "bytea";
        try (Statement statement = database.raw().createStatement()) {
            statement.execute("CREATE TABLE raw_text (name text, version integer, body " + binary + ")");
            statement.execute("CREATE TABLE raw_version (version integer PRIMARY KEY, document text)");
        }
        Contest contest =
                new Contest(pace).way("ours, in the store", this::publish).way("raw insert and commit", this::insert);
        if (GitFolder.isThere()) {
            GitFolder git = GitFolder.of(folder.resolve("git"), members.texts());
            contest.way("git add and commit", () -> git.commit(members.change()));
        }
        return contest.run();
    }

    /** The version before was raw's or Git's, so that the store's own is one behind the members'. */
    private void publish() {
        members.change();
        StackProfileStore store = database.store();
        store.contents().putAll(StoredRows.ORGANISATION, members.contents(), members.now());
        PublishedVersion next = PublishedVersion.after(store, members);
        store.profiles().append("everything " + members.number(), next.before(), next.profile(), next.version());
    }

    private void insert() throws SQLException {
        Map<String, String> changed = members.change();
        Connection raw = database.raw();
        raw.setAutoCommit(false);
        try (PreparedStatement text =
                        raw.prepareStatement("INSERT INTO raw_text (name, version, body) VALUES (?, ?, ?)");
                PreparedStatement version =
                        raw.prepareStatement("INSERT INTO raw_version (version, document) VALUES (?, ?)")) {
            for (Map.Entry<String, String> member : changed.entrySet()) {
                text.setString(1, member.getKey());
                text.setInt(2, members.number());
                text.setBytes(3, member.getValue().getBytes(StandardCharsets.UTF_8));
                text.addBatch();
            }
            text.executeBatch();
            version.setInt(1, members.number());
            version.setString(2, members.version().document());
            version.executeUpdate();
            raw.commit();
        } finally {
            raw.setAutoCommit(true);
        }
    }
}

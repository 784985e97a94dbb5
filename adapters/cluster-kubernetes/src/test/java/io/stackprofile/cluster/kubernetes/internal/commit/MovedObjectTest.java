package io.stackprofile.cluster.kubernetes.internal.commit;

import static io.stackprofile.cluster.kubernetes.internal.commit.Bench.manifest;
import static io.stackprofile.cluster.kubernetes.internal.commit.Bench.statuses;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.instantiation.MemberOutcome.Status;
import io.stackprofile.spi.cluster.CommitReport;
import io.stackprofile.stack.Member;
import io.stackprofile.test.kubernetes.ApiRequest;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An object is the stack's, in whichever of its members it is written. */
class MovedObjectTest {

    private final Bench bench = Bench.start();

    @AfterEach
    void close() {
        bench.close();
    }

    private static String config(String name) {
        return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: " + name + "}\ndata: {mode: fast}\n";
    }

    private String uid(String name) {
        return bench.object("v1", "ConfigMap", name).at("/metadata/uid").asText();
    }

    private long deletes() {
        return bench.server.requests().stream()
                .map(ApiRequest::method)
                .filter("DELETE"::equals)
                .count();
    }

    @Test
    void aMemberThatIsRenamedKeepsItsObjects() {
        Member old = manifest("settings", config("settings"));
        bench.commit(old);
        String uid = uid("settings");

        Member renamed = manifest("configuration", config("settings"));
        CommitReport rehearsed =
                bench.preview(order -> order.removals(old), renamed).report();
        CommitReport report = bench.commit(order -> order.removals(old), renamed);

        Map<String, Status> expected =
                Map.of("manifest/configuration", Status.UPDATED, "manifest/settings", Status.REMOVED);
        assertThat(statuses(rehearsed)).isEqualTo(expected);
        assertThat(statuses(report)).isEqualTo(expected);
        assertThat(uid("settings")).isEqualTo(uid);
        assertThat(deletes()).isZero();
    }

    @Test
    void anObjectThatMovesToAnotherMemberStays() {
        bench.commit(manifest("all", config("one") + "---\n" + config("two")));
        String uid = uid("two");

        CommitReport report = bench.commit(manifest("all", config("one")), manifest("second", config("two")));

        assertThat(report.complete()).isTrue();
        assertThat(uid("two")).isEqualTo(uid);
    }

    @Test
    void anObjectStaysWhenTheMemberThatItMovesToCannotBeWritten() {
        bench.commit(manifest("all", config("one") + "---\n" + config("two")));
        String uid = uid("two");
        String refused = config("two").replace("mode: fast", "'not a key': x");

        CommitReport report = bench.commit(manifest("all", config("one")), manifest("second", refused));

        assertThat(statuses(report)).containsEntry("manifest/second", Status.FAILED);
        assertThat(uid("two")).isEqualTo(uid);
    }

    @Test
    void anObjectThatTwoMembersHaveIsWrittenAsTheFirstHasItAndRefusedOfTheSecond() {
        Member first = manifest("first", config("shared"));
        Member second =
                manifest("second", config("shared").replace("mode: fast", "size: large") + "---\n" + config("own"));

        CommitReport report = bench.commit(first, second);

        MemberOutcome refused = report.members().get(1);
        assertThat(statuses(report))
                .isEqualTo(Map.of("manifest/first", Status.CREATED, "manifest/second", Status.FAILED));
        assertThat(refused.code()).isEqualTo(Optional.of(ErrorCode.OBJECT_REFUSED));
        assertThat(refused.message().orElseThrow())
                .contains("ConfigMap 'shared' in namespace 'shop'", "manifest/first", "Leave it in one place");
        assertThat(bench.object("v1", "ConfigMap", "shared").at("/data/mode").asText())
                .isEqualTo("fast");
        assertThat(bench.there("v1", "ConfigMap", "own")).isEmpty();
    }
}

package io.stackprofile.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.samples.cli.Shell.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The life of an instance from the shell: drafts, drift, updates that join, conflicts, and its end. */
class InstanceCommandsTest {

    @TempDir
    Path work = Path.of("");

    private Quay quay;

    @BeforeEach
    void capture() throws IOException {
        quay = new Quay(work);
        quay.captured();
    }

    private void published(String image, String mode) throws IOException {
        quay.edit("prod", "planner.yaml", "planner:1.4.0", "planner:" + image);
        quay.edit("prod", "settings.yaml", "mode: steady", "mode: " + mode);
        quay.run("version save quay --cluster " + quay.cluster("prod")).done();
    }

    @Test
    void aDraftIsListedReboundAndGone() {
        JsonNode draft = quay.instantiated("staging");
        String id = draft.path("id").asString();
        String secret = draft.path("bindings").path(0).path("parameter").asString();

        JsonNode kept = quay.json("stack-drafts --cluster " + quay.cluster("staging"));
        assertThat(kept).hasSize(1);
        assertThat(kept.path(0).path("id").asString()).isEqualTo(id);
        assertThat(kept.path(0).path("stack").asString()).isEqualTo("quay");
        assertThat(kept.path(0).path("instantiation")).isEqualTo(draft.path("instantiation_id"));
        JsonNode rebound = quay.json("rebind " + id + " --secret " + secret + "=env:OTHER");
        assertThat(rebound.path("bindings").path(0).path("secret_ref").asString())
                .isEqualTo("env:OTHER");
        quay.run("commit " + rebound.path("id").asString()).done();
        assertThat(quay.run("stack-drafts --cluster " + quay.cluster("staging"))
                        .done()
                        .out())
                .isEqualTo("The cluster keeps no stack drafts.\n");
        assertThat(quay.run("rebind " + id).code()).isEqualTo(ExitCodes.REFUSED);
    }

    @Test
    void driftIsToldByPlaceAndItsCodeIsItsOwn() throws Exception {
        String instance = quay.deployed("staging");
        assertThat(quay.json("drift " + instance).path("as_deployed").asBoolean())
                .isTrue();
        quay.edit("staging", "planner.yaml", "replicas: 2   # one a shift", "replicas: 5   # regatta");

        Result drifted = quay.run("drift " + instance);

        assertThat(drifted.code()).isEqualTo(ExitCodes.DRIFTED);
        assertThat(drifted.out())
                .contains("/spec/replicas", "The target differs.")
                .doesNotContain("/data/mode");
        JsonNode report = quay.run("drift " + instance + " -o json").json();
        assertThat(report.path("as_deployed").asBoolean()).isFalse();
        assertThat(report.path("members")
                        .valueStream()
                        .flatMap(member -> member.path("paths").valueStream())
                        .map(path -> path.path("expected").asString() + " "
                                + path.path("actual").asString()))
                .containsExactly("2 5");
        assertThat(quay.run("drift 0190b0a0-0000-7000-8000-000000000000").code())
                .isEqualTo(ExitCodes.NOT_FOUND);
        assertThat(quay.run("drift quay").code()).isEqualTo(ExitCodes.USAGE);
        quay.assertNoSecret("staging");
    }

    @Test
    void aMemberThatIsGoneIsDriftAndSoIsAStackThatIsGone() throws Exception {
        String instance = quay.deployed("staging");
        Files.delete(quay.file("staging", "exporter.yaml"));

        Result missing = quay.run("drift " + instance);
        assertThat(missing.code()).isEqualTo(ExitCodes.DRIFTED);
        assertThat(missing.out()).contains("missing").doesNotContain("PATH");
        for (String name : List.of("settings.yaml", "credentials.yaml", "planner.yaml")) {
            Files.delete(quay.file("staging", name));
        }
        Files.delete(work.resolve("staging/quay"));
        Result gone = quay.run("drift " + instance);
        assertThat(gone.code()).isEqualTo(ExitCodes.DRIFTED);
        assertThat(gone.out()).contains("The stack is not on the target any more.");
    }

    @Test
    void anUpdateKeepsAnEditAndAsksWhereBothChangedTheSame() throws Exception {
        String instance = quay.deployed("staging");
        quay.edit("staging", "planner.yaml", "replicas: 2   # one a shift", "replicas: 5   # regatta");
        quay.edit("staging", "settings.yaml", "mode: steady", "mode: storm");
        published("1.5.0", "brisk");

        Result refused = quay.run("update " + instance + " -o json");
        assertThat(refused.code()).isEqualTo(ExitCodes.CONFLICTS);
        assertThat(refused.json().path("conflicts")).hasSize(1);
        JsonNode conflict = refused.json().path("conflicts").path(0);
        assertThat(conflict.path("theirs").asString()).isEqualTo("\"brisk\"");
        assertThat(conflict.path("ours").asString()).isEqualTo("\"storm\"");
        assertThat(quay.json("stack-drafts --cluster " + quay.cluster("staging")))
                .isEmpty();
        Result dry = quay.run("update " + instance + " --dry-run");
        assertThat(dry.code()).isEqualTo(ExitCodes.CONFLICTS);
        assertThat(dry.out()).contains(conflict.path("id").asString(), "Conflicts with the target have to be settled.");
        assertThat(dry.err()).contains("--theirs CONFLICT");

        List<String> settled =
                List.of("update", instance, "--theirs", conflict.path("id").asString(), "-o", "json");
        List<String> tried = new ArrayList<>(settled);
        tried.add("--dry-run");
        assertThat(quay.shell.run(tried).done().json().path("complete").asBoolean())
                .isTrue();
        JsonNode draft = quay.shell.run(settled).done().json();
        quay.run("commit " + draft.path("id").asString()).done();
        assertThat(quay.text("staging", "planner.yaml")).contains("replicas: 5   # regatta", "planner:1.5.0");
        assertThat(quay.text("staging", "settings.yaml")).contains("mode: brisk", "# What the planner reads");
        quay.assertNoSecret("staging");
    }

    @Test
    void anUninstalledInstanceLeavesWhatSomebodyChanged() throws Exception {
        String instance = quay.deployed("staging");
        quay.edit("staging", "exporter.yaml", "9100", "9200");

        JsonNode result = quay.json("uninstall " + instance);

        assertThat(result.path("instantiation").path("status").asString()).isEqualTo("uninstalled");
        assertThat(result.path("members")
                        .valueStream()
                        .filter(member -> member.path("status").asString().equals("kept")))
                .hasSize(1);
        assertThat(quay.file("staging", "planner.yaml")).doesNotExist();
        assertThat(quay.text("staging", "exporter.yaml")).contains("9200");
        assertThat(quay.run("forget " + instance).code()).isEqualTo(ExitCodes.REFUSED);
        quay.assertNoSecret("staging");
    }

    @Test
    void whatSomebodyChangedGoesTooWhenThatIsAsked() throws Exception {
        String instance = quay.deployed("staging");
        quay.edit("staging", "exporter.yaml", "9100", "9200");

        assertThat(quay.run("uninstall " + instance + " --remove-foreign")
                        .done()
                        .out())
                .contains("uninstalled", "removed")
                .doesNotContain("kept");

        assertThat(quay.file("staging", "exporter.yaml")).doesNotExist();
    }

    @Test
    void aForgottenInstanceLeavesItsTargetAsItIs() throws Exception {
        String instance = quay.deployed("staging");
        String before = quay.text("staging", "planner.yaml");

        assertThat(quay.json("forget " + instance).path("status").asString()).isEqualTo("forgotten");

        assertThat(quay.text("staging", "planner.yaml")).isEqualTo(before);
        assertThat(quay.run("uninstall " + instance).code()).isEqualTo(ExitCodes.REFUSED);
    }

    @Test
    void aRunningStackIsAdoptedAndWhereItDiffersIsTold() throws Exception {
        quay.stack("elder", "quay.northwind.example", 4);
        String before = quay.text("elder", "planner.yaml");

        JsonNode adopted = quay.json("adopt quay --cluster " + quay.cluster("elder") + " " + quay.secrets());

        assertThat(adopted.path("instantiation").path("status").asString()).isEqualTo("deployed");
        assertThat(adopted.path("drift").path("as_deployed").asBoolean()).isFalse();
        assertThat(quay.text("elder", "planner.yaml")).isEqualTo(before);
        assertThat(quay.run("adopt quay --cluster " + quay.cluster("elder") + " " + quay.secrets())
                        .code())
                .as("adopted once already")
                .isEqualTo(ExitCodes.REFUSED);
        assertThat(quay.run("drift " + adopted.path("instantiation").path("id").asString())
                        .out())
                .contains("/spec/replicas");
        quay.assertNoSecret();
    }

    @Test
    void aProfileLivesTwiceOnAClusterInNamespacesOfTheirOwn() throws Exception {
        quay.deployed("staging");
        JsonNode draft = quay.json("instantiate quay --cluster " + quay.cluster("staging")
                + " --stack quay-two --namespace quay=quay-two " + quay.secrets());
        quay.run("commit " + draft.path("id").asString()).done();

        assertThat(work.resolve("staging/quay-two/planner.yaml")).content().contains("namespace: quay-two");
        assertThat(quay.text("staging", "planner.yaml")).contains("namespace: quay\n");
        assertThat(quay.run("instantiate quay --cluster " + quay.cluster("staging") + " --namespace quay")
                        .code())
                .isEqualTo(ExitCodes.USAGE);
    }
}

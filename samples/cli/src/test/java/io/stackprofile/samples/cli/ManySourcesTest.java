package io.stackprofile.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.samples.cli.Shell.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The same stack captured from several clusters, and put back as it runs on each. */
class ManySourcesTest {

    @TempDir
    Path work = Path.of("");

    private Quay quay;
    private Path sets;

    @BeforeEach
    void twoClusters() throws IOException {
        quay = new Quay(work);
        quay.stack("harbour", "quay.harbour.example", 7);
        sets = Files.createDirectories(work.resolve("sets"));
    }

    private String sources() {
        return " --source " + quay.cluster("prod") + "/quay --source " + quay.cluster("harbour") + "/quay";
    }

    @Test
    void whatDiffersBecomesParametersAndAFileForEachSource() throws Exception {
        JsonNode captured = quay.json("capture --name quay" + sources() + " --sets " + sets);

        assertThat(captured.path("report").path("exact").asBoolean()).isTrue();
        assertThat(captured.path("report").path("parameters")).hasSize(2);
        List<Path> files;
        try (Stream<Path> found = Files.list(sets)) {
            files = found.filter(file -> file.toString().endsWith("harbour.yaml"))
                    .toList();
        }
        assertThat(files).hasSize(1);
        assertThat(files.get(0)).content().contains("kind: \"ParameterSet\"", "quay.harbour.example", "value: 7");

        JsonNode draft = quay.instantiated("staging", "--params " + files.get(0));
        quay.run("commit " + draft.path("id").asString()).done();
        assertThat(quay.text("staging", "settings.yaml")).isEqualTo(quay.text("harbour", "settings.yaml"));
        assertThat(quay.text("staging", "planner.yaml")).isEqualTo(quay.text("harbour", "planner.yaml"));
        quay.assertNoSecret("staging", "sets");
    }

    @Test
    void whatNoParameterHoldsIsTold() throws IOException {
        Files.delete(quay.file("harbour", "exporter.yaml"));

        String shown = quay.run("capture --name quay" + sources()).done().out();

        assertThat(shown).contains("member_missing", "Not every source comes back from the profile.");
    }

    @Test
    void sourcesStandAloneAndNameStacks() {
        assertThat(quay.run("capture --name quay" + sources() + " --stack quay").code())
                .isEqualTo(ExitCodes.USAGE);
        assertThat(quay.run("capture --name quay --source prod").err()).contains("--source CLUSTER/STACK");
        Result nowhere = quay.run("capture --name quay" + sources() + " --sets " + work.resolve("none"));
        assertThat(nowhere.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(quay.run("show quay").code()).as("nothing was stored").isEqualTo(ExitCodes.NOT_FOUND);
        assertThat(quay.run("capture --name quay --cluster " + quay.cluster("prod") + " --stack quay --sets " + sets)
                        .code())
                .isEqualTo(ExitCodes.USAGE);
    }
}

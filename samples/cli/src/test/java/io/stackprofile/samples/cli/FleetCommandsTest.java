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

/** Many instances from the shell: what a draft would mean for them, and how a version comes to them. */
class FleetCommandsTest {

    @TempDir
    Path work = Path.of("");

    private Quay quay;
    private String draft = "";

    @BeforeEach
    void threeInstancesOfWhichOneIsEdited() throws IOException {
        quay = new Quay(work);
        quay.captured();
        for (String cluster : List.of("north", "south", "west")) {
            Files.createDirectories(work.resolve(cluster));
            quay.deployed(cluster);
        }
        quay.edit("south", "settings.yaml", "mode: steady", "mode: storm");
        draft = quay.json("draft create --profile quay").path("id").asString();
        quay.run("draft edit " + draft + " --set manifest/settings:/data/mode=brisk")
                .done();
    }

    private static Stream<String> outcomes(JsonNode instances) {
        return instances
                .valueStream()
                .map(step -> Path.of(step.path("cluster").asString()).getFileName() + " "
                        + step.path("outcome").asString());
    }

    @Test
    void aDraftIsTriedOnEveryInstanceAndNothingIsWritten() throws Exception {
        Result simulated = quay.run("draft simulate " + draft);

        assertThat(simulated.code()).isEqualTo(ExitCodes.REFUSED);
        assertThat(simulated.out()).contains("impact", "2 clean, 1 conflict.");
        JsonNode north = quay.json("draft simulate " + draft + " --on-cluster " + quay.cluster("n*"));
        assertThat(outcomes(north.path("instances"))).containsExactly("north clean");
        assertThat(north.path("instances")
                        .path(0)
                        .path("members")
                        .path("update")
                        .asInt())
                .isEqualTo(1);
        assertThat(quay.text("north", "settings.yaml")).contains("mode: steady");
        quay.assertNoSecret("north", "south", "west");
    }

    @Test
    void aVersionComesToTheFleetWaveByWaveAndTheSameCommandGoesOn() throws Exception {
        quay.run("draft publish " + draft).done();

        Result dry = quay.run("rollout quay --dry-run --continue-on-error");
        assertThat(dry.code()).isEqualTo(ExitCodes.REFUSED);
        assertThat(dry.out()).contains("2 updated, 1 conflict.", "Nothing was written.");
        assertThat(quay.text("north", "settings.yaml")).contains("mode: steady");

        JsonNode first = quay.json("rollout quay --wave 1 --on-cluster " + quay.cluster("w*"));
        assertThat(outcomes(first.path("steps"))).containsExactly("west updated");
        assertThat(first.path("complete").asBoolean()).isTrue();

        Result rest = quay.run("rollout quay --wave 50% --continue-on-error -o json");
        assertThat(rest.code()).isEqualTo(ExitCodes.REFUSED);
        assertThat(outcomes(rest.json().path("steps"))).containsExactlyInAnyOrder("north updated", "south conflict");
        assertThat(rest.json()
                        .path("steps")
                        .valueStream()
                        .map(step -> step.path("wave").asInt()))
                .containsExactly(1, 2);

        quay.edit("south", "settings.yaml", "mode: storm", "mode: steady");
        assertThat(outcomes(quay.json("rollout quay --all").path("steps")))
                .containsExactlyInAnyOrder("north already", "west already", "south updated");
        assertThat(quay.run("outdated quay").done().out()).contains("Every deployed instance");
        assertThat(quay.run("rollout quay").done().out()).isEqualTo("No instance is selected.\n");
        quay.assertNoSecret("north", "south", "west");
    }

    @Test
    void wavesAreNumbersOrShares() {
        assertThat(quay.run("rollout quay --wave half").code()).isEqualTo(ExitCodes.USAGE);
        assertThat(quay.run("rollout quay --wave 101%").err()).contains("--wave 25%");
        assertThat(quay.run("rollout quay --instance quay").code()).isEqualTo(ExitCodes.USAGE);
    }
}

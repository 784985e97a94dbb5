package io.stackprofile.samples.cli;

import io.stackprofile.samples.cli.Shell.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The sample stacks copied, and the commands of the story run on them, their results kept. */
final class Story {

    private static final Path STACKS = Path.of(System.getProperty("stackprofile.root"), "samples", "stacks");
    private static final List<String> CLUSTERS = List.of("prod", "prod-next", "staging");

    final Path work;
    final Shell shell;
    final Canaries canaries;
    Result captured;
    Result instantiated;
    Result reviewed;
    Result committed;
    Result saved;
    Result outdated;
    Result exported;
    Result imported;

    private Story(Path work) throws IOException {
        this.work = work;
        this.shell = new Shell(work.resolve("profiles.db"));
        this.canaries = Canaries.of(STACKS, "prod", "prod-next");
        for (String cluster : CLUSTERS) {
            copy(STACKS.resolve(cluster), work.resolve(cluster));
        }
    }

    /** Only the capture. */
    static Story begun(Path work) throws IOException {
        Story story = new Story(work);
        story.captured = story.done("capture --name platform-baseline --cluster " + story.cluster("prod")
                + " --stack platform --include-addon-configurations --changelog As-it-runs-today. --category platform"
                + " --tag edge --tag eu -o json");
        return story;
    }

    /** To the end. */
    static Story told(Path work) throws IOException {
        Story story = begun(work);
        story.instantiated = story.done(story.instantiate());
        story.reviewed = story.done("review " + story.draft() + " -o json");
        story.committed = story.done("commit " + story.draft() + " -o json");
        story.saved = story.done("version save platform-baseline --cluster " + story.cluster("prod-next") + " -o json");
        story.outdated = story.done("outdated platform-baseline -o json");
        story.exported = story.done("export platform-baseline --version 2");
        Path document = Files.writeString(work.resolve("exported.yaml"), story.exported.out());
        story.imported = story.done("import " + document + " --name imported-baseline --org contoso -o json");
        return story;
    }

    String draft() {
        return instantiated.json().path("id").asString();
    }

    String cluster(String name) {
        return "dir:" + work.resolve(name);
    }

    private Result done(String line) {
        return shell.run(line.split(" ")).done();
    }

    private String instantiate() {
        List<String> arguments = new ArrayList<>();
        arguments.add("instantiate platform-baseline --cluster " + cluster("staging") + " --stack platform"
                + " --param BASE_DOMAIN=staging.northwind-freight.example -o json");
        for (JsonNode parameter : captured.json().path("parameters")) {
            String name = parameter.path("name").asString();
            if (parameter.path("type").asString().equals("secret")) {
                arguments.add("--secret " + name + "=env:TEST_" + name);
            }
        }
        return String.join(" ", arguments);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> {
                try {
                    Files.copy(file, to.resolve(from.relativize(file).toString()));
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        }
    }
}

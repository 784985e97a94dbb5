package io.stackprofile.samples.cli;

import io.stackprofile.capture.CaptureSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The same stack on several clusters. */
final class ManySources {

    @Option(
            names = "--source",
            paramLabel = "CLUSTER/STACK",
            description = "A stack to capture together with others, such as dir:./prod/platform; the first leads. What"
                    + " differs becomes parameters. Two or more times, instead of --cluster and --stack.")
    private List<String> sources = new ArrayList<>();

    @Option(
            names = "--sets",
            paramLabel = "FOLDER",
            description =
                    "Where to write what each source has for itself, a file of kind ParameterSet each, named after"
                            + " its set; what stands there under such a name is replaced.")
    private Optional<String> folder = Optional.empty();

    boolean any() {
        if (sources.isEmpty() && folder.isPresent()) {
            throw new UsageException("--sets stands without --source", "Name the stacks with --source.");
        }
        return !sources.isEmpty();
    }

    List<CaptureSource> sources() {
        return sources.stream().map(ManySources::source).toList();
    }

    /** Where the sets go, looked at before anything is stored. */
    Optional<Path> folder() {
        return folder.map(name -> {
            Path path = ClusterNames.absolutePath("--sets", name);
            if (!Files.isDirectory(path)) {
                throw new UsageException("--sets is no folder", "Make the folder first.");
            }
            return path;
        });
    }

    private static CaptureSource source(String text) {
        int slash = text.lastIndexOf('/');
        if (slash < 1 || slash == text.length() - 1) {
            throw new UsageException(
                    "--source names no stack on a cluster",
                    "Write --source CLUSTER/STACK, such as dir:./prod/platform or kube:prod/platform.");
        }
        return new CaptureSource(
                ClusterNames.absolute("--source", text.substring(0, slash)), text.substring(slash + 1));
    }
}

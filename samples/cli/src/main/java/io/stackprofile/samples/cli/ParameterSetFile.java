package io.stackprofile.samples.cli;

import io.stackprofile.OrganisationSession;
import io.stackprofile.parameter.ParameterSet;
import io.stackprofile.parameter.ParameterSource;
import io.stackprofile.parameter.SecretRef;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A file of sources for parameters. */
final class ParameterSetFile {

    @Option(
            names = "--params",
            paramLabel = "FILE",
            description = "A parameter set: YAML of kind ParameterSet. What --param and --secret give goes before it.")
    private Optional<String> file = Optional.empty();

    /** The set, its files' paths counted from the folder that it stands in. */
    Optional<ParameterSet> read(OrganisationSession session) {
        return file.map(name -> {
            ParameterSet set = session.instantiations().readParameterSet(TextFiles.read(name));
            Path folder = name.equals("-")
                    ? ClusterNames.absolutePath("--params", "")
                    : ClusterNames.absolutePath("--params", name).resolveSibling("");
            ParameterSet.Builder absolute = ParameterSet.builder();
            absolute.name(set.name()).description(set.description());
            set.sources().forEach((parameter, source) -> absolute.putSource(parameter, absolute(source, folder)));
            return absolute.build();
        });
    }

    private static ParameterSource absolute(ParameterSource source, Path folder) {
        if (source instanceof ParameterSource.Reference reference
                && reference.ref().scheme().equals("file")) {
            Path path = ClusterNames.path("--params", reference.ref().locator());
            return new ParameterSource.Reference(
                    SecretRef.file(folder.resolve(path).normalize().toString()));
        }
        return source;
    }
}

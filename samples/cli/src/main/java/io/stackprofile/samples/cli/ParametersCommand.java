package io.stackprofile.samples.cli;

import io.stackprofile.OrganisationSession;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterUse;
import io.stackprofile.samples.cli.print.OutputFormat;
import io.stackprofile.samples.cli.print.ParameterText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows what callers fill in, and where each of it is used. */
@Command(
        name = "parameters",
        description = "Show a profile's or draft's parameters and where they are used; as JSON Schema with -o schema.")
final class ParametersCommand extends SessionCommand {

    @Mixin
    private Subject subject = new Subject();

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    boolean hasSchema() {
        return true;
    }

    @Override
    Outcome run(OrganisationSession session) {
        if (StackProfileCommand.of(command.commandLine()).output() == OutputFormat.SCHEMA) {
            String schema = subject.schema(session);
            return Outcome.of(schema, ParameterText.schema(schema));
        }
        List<Parameter> parameters = subject.parameters(session);
        List<ParameterUse> uses = subject.influence(session);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("parameter", parameters.get(i));
            row.put("use", uses.get(i));
            rows.add(row);
        }
        return Outcome.of(rows, ParameterText.list(parameters, uses));
    }
}

package io.stackprofile.samples.cli;

import io.stackprofile.CallOptions;
import io.stackprofile.OrganisationSession;
import io.stackprofile.StackProfiles;
import io.stackprofile.samples.cli.print.Documents;
import io.stackprofile.samples.cli.print.OutputFormat;
import io.stackprofile.samples.cli.print.ProgressBar;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that opens the store, makes its calls, and writes one result. */
abstract class SessionCommand implements Callable<Integer> {

    /** Set by the launcher when standard error is a terminal; the JVM cannot tell by itself. */
    private static final String TERMINAL = "stackprofile.terminal";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Makes the calls. */
    abstract Outcome run(OrganisationSession session);

    /** Whether the result can be a schema. */
    boolean hasSchema() {
        return false;
    }

    @Override
    public final Integer call() {
        CommandLine command = spec.commandLine();
        StackProfileCommand options = StackProfileCommand.of(command);
        if (!hasSchema()) {
            requireNoSchema(options);
        }
        Outcome outcome;
        try (ShellClusters clusters = options.clusters();
                StackProfiles profiles = options.open(clusters);
                ProgressBar progress = new ProgressBar(command.getErr())) {
            OrganisationSession session = profiles.as(options.caller());
            outcome = run(isOnTerminal() ? session.with(CallOptions.progress(progress)) : session);
        }
        write(outcome, command);
        return outcome.exitCode();
    }

    /** Whether people see standard error as it is written. */
    static boolean isOnTerminal() {
        return Boolean.getBoolean(TERMINAL);
    }

    static void requireNoSchema(StackProfileCommand options) {
        if (options.output() == OutputFormat.SCHEMA) {
            throw new UsageException("only 'parameters' has a schema", "Use -o text, json or yaml.");
        }
    }

    /** Writes a result in the format that was asked for. */
    static void write(Outcome outcome, CommandLine command) {
        PrintWriter out = command.getOut();
        switch (StackProfileCommand.of(command).output()) {
            case JSON -> out.print(Documents.json(outcome.value()));
            case YAML -> out.print(Documents.yaml(outcome.value()));
            case SCHEMA -> out.print(outcome.text());
            case TEXT -> {
                out.print(outcome.text());
                out.flush();
                outcome.hints().forEach(hint -> command.getErr().print(hint + "\n"));
            }
        }
        out.flush();
        command.getErr().flush();
    }
}

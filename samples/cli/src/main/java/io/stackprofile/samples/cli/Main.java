package io.stackprofile.samples.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** The way in from a shell. */
public final class Main {

    private Main() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] arguments) {
        PrintWriter out = utf8(FileDescriptor.out);
        PrintWriter err = utf8(FileDescriptor.err);
        Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> giveUp(error, err));
        int code = commandLine().setOut(out).setErr(err).execute(arguments);
        out.flush();
        err.flush();
        System.exit(out.checkError() ? ExitCodes.REFUSED : code);
    }

    /** For errors of the JVM, such as too little memory; exceptions have been reported where commands run. */
    private static void giveUp(Throwable error, PrintWriter err) {
        ErrorHandling.print(err, error, ErrorHandling.unexpected(error));
        Runtime.getRuntime().halt(ExitCodes.REFUSED);
    }

    /** The whole command tree, ready to execute in-process. */
    static CommandLine commandLine() {
        ErrorHandling errors = new ErrorHandling();
        CommandLine commandLine = new CommandLine(new StackProfileCommand());
        commandLine.getCommandSpec().addOption(help()).addOption(version());
        return commandLine
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler(errors)
                .setParameterExceptionHandler(errors);
    }

    private static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .scopeType(ScopeType.INHERIT)
                .description("Show this help and exit.")
                .build();
    }

    /** For the top alone: below it, {@code --version} names a profile's version. */
    private static OptionSpec version() {
        return OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Show this program's version and exit.")
                .build();
    }

    /** Documents are UTF-8 whatever the locale says: their bytes must not depend on who exports them. */
    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), false);
    }
}

package io.stackprofile.samples.cli;

import io.stackprofile.error.AccessDeniedException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.NotFoundException;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.samples.cli.print.ErrorText;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what a command throws into a few lines and an exit code; a stack trace only when asked for. */
final class ErrorHandling implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private static final String DEBUG = "STACKPROFILE_DEBUG";

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof StackProfileException refusal) {
            return report(command, refusal, ErrorText.of(refusal), codeOf(refusal));
        }
        if (failure instanceof UsageException usage) {
            return report(command, usage, ErrorText.of(usage.problem(), usage.remedy()), ExitCodes.USAGE);
        }
        // Subclasses quote what they could not read, and that may be content; request builders throw the class itself.
        if (failure.getClass() == IllegalArgumentException.class) {
            return report(command, failure, ErrorText.of(messageOf(failure), help(command)), ExitCodes.USAGE);
        }
        return report(command, failure, unexpected(failure), ExitCodes.REFUSED);
    }

    /** Without the failure's message: nobody has checked what it carries. */
    static String unexpected(Throwable failure) {
        return ErrorText.of(
                "something unexpected happened (" + failure.getClass().getSimpleName() + ")",
                "Run it again with " + DEBUG + "=1 and report the stack trace.");
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        if (failure instanceof UnmatchedArgumentException unmatched) {
            return report(command, failure, ErrorText.of(problem(unmatched), remedy(unmatched)), ExitCodes.USAGE);
        }
        return report(command, failure, ErrorText.of(messageOf(failure), help(command)), ExitCodes.USAGE);
    }

    /** Names options only: anything else that stands where it should not may be a secret with a blank before it. */
    private static String problem(UnmatchedArgumentException unmatched) {
        String options = unmatched.getUnmatched().stream()
                .filter(argument -> argument.matches("--?[a-z][a-z-]*(=.*)?"))
                .map(argument -> argument.replaceFirst("=.*", ""))
                .collect(Collectors.joining(", "));
        if (!options.isEmpty()) {
            return "unknown option " + options;
        }
        boolean hasCommands = !unmatched.getCommandLine().getSubcommands().isEmpty();
        return hasCommands ? "there is no such command" : "there are more arguments than the command takes";
    }

    private static String remedy(UnmatchedArgumentException unmatched) {
        List<String> similar = unmatched.getSuggestions();
        return similar.isEmpty()
                ? help(unmatched.getCommandLine())
                : "Did you mean " + String.join(" or ", similar) + "?";
    }

    private static int codeOf(StackProfileException refusal) {
        if (refusal instanceof NotFoundException) {
            return ExitCodes.NOT_FOUND;
        }
        if (refusal.code() == ErrorCode.MERGE_CONFLICT) {
            return ExitCodes.CONFLICTS;
        }
        return refusal instanceof AccessDeniedException ? ExitCodes.DENIED : ExitCodes.REFUSED;
    }

    private static int report(CommandLine command, Exception failure, String text, int code) {
        print(command.getErr(), failure, text);
        return code;
    }

    static void print(PrintWriter err, Throwable failure, String text) {
        err.print(text);
        if ("1".equals(System.getenv(DEBUG))) {
            failure.printStackTrace(err);
        }
        err.flush();
    }

    private static String help(CommandLine command) {
        return "See '" + command.getCommandSpec().qualifiedName() + " --help'.";
    }

    private static String messageOf(Exception failure) {
        String message = failure.getMessage();
        return message == null ? "the arguments do not fit together" : message;
    }
}

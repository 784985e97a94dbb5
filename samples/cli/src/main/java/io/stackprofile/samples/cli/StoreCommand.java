package io.stackprofile.samples.cli;

import io.stackprofile.ProgressListener;
import io.stackprofile.core.StoreCopy;
import io.stackprofile.core.StoreCopyReport;
import io.stackprofile.samples.cli.print.ProgressBar;
import io.stackprofile.samples.cli.print.StoreCopyText;
import io.stackprofile.spi.store.StackProfileStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is done with whole stores. */
@Command(
        name = "store",
        description = "Copy everything a store holds to another one.",
        subcommands = StoreCommand.Copy.class)
final class StoreCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what, such as 'store copy'");
    }

    /** Copies the store and compares the two. */
    @Command(
            name = "copy",
            description = {
                "Copy everything that the store named by --store holds, of every organisation, and compare the two.",
                "Let nobody write to either meanwhile. Exits with 0 when the copy is exact, with 1 when it is not."
            })
    static final class Copy implements Callable<Integer> {

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(
                paramLabel = "TO",
                arity = "1",
                converter = StorePlace.Converter.class,
                description = "The store to copy to: a file, or jdbc:postgresql://...; empty, unless --onto is given.")
        private StorePlace to = StackProfileCommand.DEFAULT_STORE;

        @Option(
                names = "--onto",
                description =
                        "Go on with a copy that was cut off, or bring one up to date; what it has otherwise is replaced.")
        private boolean onto;

        @Override
        public Integer call() {
            CommandLine command = spec.commandLine();
            StackProfileCommand options = StackProfileCommand.of(command);
            SessionCommand.requireNoSchema(options);
            StorePlace from = options.store();
            if (from.isSameAs(to)) {
                throw new UsageException("TO is the store that is to be copied", "Name another one.");
            }
            StoreCopyReport report;
            try (StackProfileStore original = from.openExisting();
                    StackProfileStore copy = to.open();
                    ProgressBar progress = new ProgressBar(command.getErr())) {
                report = run(StoreCopy.of(original, copy), progress);
            }
            Outcome outcome = Outcome.of(value(report), StoreCopyText.show(report))
                    .exitCode(report.isExact() ? ExitCodes.DONE : ExitCodes.REFUSED);
            SessionCommand.write(outcome, command);
            return outcome.exitCode();
        }

        private StoreCopyReport run(StoreCopy copy, ProgressBar progress) {
            copy.progress(SessionCommand.isOnTerminal() ? progress : ProgressListener.NONE);
            return (onto ? copy.onto() : copy).run();
        }

        private static Map<String, Object> value(StoreCopyReport report) {
            Map<String, Object> value = new LinkedHashMap<>();
            value.put("exact", report.isExact());
            value.put("items", report.items());
            value.put("differences", report.differences());
            return value;
        }
    }
}

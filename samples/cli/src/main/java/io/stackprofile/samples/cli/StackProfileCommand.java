package io.stackprofile.samples.cli;

import io.stackprofile.Caller;
import io.stackprofile.Role;
import io.stackprofile.StackProfiles;
import io.stackprofile.core.StackProfileEngine;
import io.stackprofile.samples.cli.print.OutputFormat;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The top command: whose profiles, where they are kept, and how results are written. */
@Command(
        name = "stackprofile",
        versionProvider = StackProfileCommand.Versions.class,
        scope = ScopeType.INHERIT,
        sortOptions = false,
        description = "Turn a running Kubernetes stack into a secret-free, versioned, parameterised template.",
        footer = {
            "",
            "PROFILE is a name, an id, or organisation/name.",
            "CLUSTER is a folder, dir:PATH, or a context of the kubeconfig, kube:CONTEXT.",
            "Exit codes: 0 done, 1 refused, 2 wrong usage, 3 not found, 4 access denied, 5 drifted, 6 conflicts to settle."
        },
        subcommands = {
            CaptureCommand.class,
            InspectCommand.class,
            ListCommand.class,
            ShowCommand.class,
            SetCommand.class,
            SharingCommand.Share.class,
            SharingCommand.Unshare.class,
            HistoryCommand.class,
            DeleteCommand.class,
            PurgeCommand.class,
            VersionCommand.class,
            DiffCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            DraftCommand.class,
            SuggestionCommand.class,
            ParameteriseCommand.class,
            ParametersCommand.class,
            SuggestCommand.class,
            GraphCommand.class,
            InstantiateCommand.class,
            AdoptCommand.class,
            UpdateCommand.class,
            RebindCommand.class,
            ReviewCommand.class,
            CommitCommand.class,
            DiscardCommand.class,
            StackDraftsCommand.class,
            InstancesCommand.class,
            OutdatedCommand.class,
            DriftCommand.class,
            RolloutCommand.class,
            UninstallCommand.class,
            ForgetCommand.class,
            RedactionsCommand.class,
            StoreCommand.class
        })
final class StackProfileCommand implements Runnable {

    static final StorePlace DEFAULT_STORE = StorePlace.of("stackprofile.db", Map.of());

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--store",
            paramLabel = "STORE",
            scope = ScopeType.INHERIT,
            defaultValue = "${env:STACKPROFILE_STORE:-stackprofile.db}",
            converter = StorePlace.Converter.class,
            description = "A file, or jdbc:postgresql://HOST/DATABASE (STACKPROFILE_STORE, else stackprofile.db).")
    private StorePlace store = DEFAULT_STORE;

    @Option(
            names = "--org",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            defaultValue = "default",
            description = "The organisation to act for (${DEFAULT-VALUE}).")
    private String organisation = "default";

    @Option(
            names = "--user",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            defaultValue = "${sys:user.name}",
            description = "Who acts (the operating system's user).")
    private String user = "unknown";

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            scope = ScopeType.INHERIT,
            defaultValue = "owner",
            description = "viewer, editor, publisher or owner (${DEFAULT-VALUE}).")
    private Role role = Role.OWNER;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            scope = ScopeType.INHERIT,
            defaultValue = "text",
            description = "text, json or yaml (${DEFAULT-VALUE}); schema for parameters.")
    private OutputFormat output = OutputFormat.TEXT;

    @Mixin
    private KubernetesOptions kubernetes = new KubernetesOptions();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing, such as 'capture' or 'list'");
    }

    static StackProfileCommand of(CommandLine command) {
        return (StackProfileCommand) command.getCommandSpec().root().userObject();
    }

    ShellClusters clusters() {
        return new ShellClusters(kubernetes::open);
    }

    StackProfiles open(ShellClusters clusters) {
        return StackProfileEngine.builder()
                .localSecrets()
                .store(store.open())
                .clusters(clusters)
                .build();
    }

    StorePlace store() {
        return store;
    }

    Caller caller() {
        return Caller.of(organisation, user, role);
    }

    OutputFormat output() {
        return output;
    }

    /** The version the jar was built as. */
    static final class Versions implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String built = StackProfileCommand.class.getPackage().getImplementationVersion();
            return new String[] {"stackprofile " + (built == null ? "(not built as a jar)" : built)};
        }
    }
}

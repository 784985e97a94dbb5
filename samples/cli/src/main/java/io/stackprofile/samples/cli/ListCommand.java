package io.stackprofile.samples.cli;

import io.stackprofile.OrganisationSession;
import io.stackprofile.Page;
import io.stackprofile.profile.ProfileQuery;
import io.stackprofile.profile.ProfileSummary;
import io.stackprofile.profile.Visibility;
import io.stackprofile.samples.cli.print.ProfileText;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists profiles. */
@Command(name = "list", description = "List profiles, newest first.")
final class ListCommand extends SessionCommand {

    @Option(names = "--search", paramLabel = "PREFIX", description = "What the name starts with.")
    private Optional<String> search = Optional.empty();

    @Option(names = "--category", paramLabel = "WORD", description = "The exact category.")
    private Optional<String> category = Optional.empty();

    @Option(names = "--tag", paramLabel = "WORD", description = "A tag it must have.")
    private Optional<String> tag = Optional.empty();

    @Option(names = "--visibility", paramLabel = "WHO", description = "organisation or public.")
    private Optional<Visibility> visibility = Optional.empty();

    @Option(
            names = "--scope",
            paramLabel = "WHOSE",
            defaultValue = "own",
            description =
                    "own, shared for what others share with it, or public for all public ones (${DEFAULT-VALUE}).")
    private ProfileQuery.Scope scope = ProfileQuery.Scope.OWN;

    @Mixin
    private PageOptions page = new PageOptions();

    @Override
    Outcome run(OrganisationSession session) {
        ProfileQuery query = ProfileQuery.builder()
                .scope(scope)
                .namePrefix(search)
                .category(category)
                .tag(tag)
                .visibility(visibility)
                .build();
        Page<ProfileSummary> found = session.profiles().list(query, page.request());
        Outcome outcome = Outcome.of(found, ProfileText.list(found));
        if (found.items().isEmpty()) {
            return outcome;
        }
        return outcome.hint(found.items().size() + " of " + session.profiles().count(query) + " profiles")
                .more(found);
    }
}

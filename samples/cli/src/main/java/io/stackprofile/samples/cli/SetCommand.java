package io.stackprofile.samples.cli;

import io.stackprofile.OrganisationSession;
import io.stackprofile.profile.Profile;
import io.stackprofile.profile.ProfileChanges;
import io.stackprofile.profile.Visibility;
import io.stackprofile.samples.cli.print.ProfileText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes a profile's metadata. */
@Command(name = "set", description = "Change a profile's metadata; what is not named stays.")
final class SetCommand extends SessionCommand {

    @Parameters(paramLabel = "PROFILE", description = "A name, an id, or organisation/name.")
    private String profile = "";

    @Option(names = "--name", paramLabel = "NAME", description = "A new name.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--description", paramLabel = "TEXT", description = "A new description; '' removes it.")
    private Optional<String> description = Optional.empty();

    @Option(names = "--category", paramLabel = "WORD", description = "A new category; '' removes it.")
    private Optional<String> category = Optional.empty();

    @Option(names = "--tag", paramLabel = "WORD", description = "A tag; those given replace all, one '' removes all.")
    private List<String> tags = new ArrayList<>();

    @Option(names = "--visibility", paramLabel = "WHO", description = "organisation or public.")
    private Optional<Visibility> visibility = Optional.empty();

    @Option(names = "--revision", paramLabel = "N", description = "Refuse when the profile has moved on from it.")
    private Optional<Long> revision = Optional.empty();

    @Override
    Outcome run(OrganisationSession session) {
        if (name.isEmpty() && description.isEmpty() && category.isEmpty() && tags.isEmpty() && visibility.isEmpty()) {
            throw new UsageException(
                    "nothing to change",
                    "Give at least one of --name, --description, --category, --tag, --visibility.");
        }
        ProfileChanges changes = ProfileChanges.builder()
                .expectedRevision(revision)
                .name(name)
                .description(description)
                .category(category)
                .tags(newTags())
                .visibility(visibility)
                .build();
        Profile changed =
                session.profiles().update(session.profiles().find(profile).id(), changes);
        return Outcome.of(changed, ProfileText.show(changed));
    }

    private Optional<List<String>> newTags() {
        return tags.isEmpty()
                ? Optional.empty()
                : Optional.of(tags.stream().filter(tag -> !tag.isEmpty()).toList());
    }
}

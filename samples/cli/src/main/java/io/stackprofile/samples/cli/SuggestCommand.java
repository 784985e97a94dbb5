package io.stackprofile.samples.cli;

import io.stackprofile.OrganisationSession;
import io.stackprofile.parameter.ParameterSuggestion;
import io.stackprofile.samples.cli.print.ParameterText;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows literals that could be parameters. */
@Command(
        name = "suggest",
        description = "Show literals that look as if they belonged to one environment. Nothing is changed.")
final class SuggestCommand extends SessionCommand {

    @Mixin
    private Subject subject = new Subject();

    @Override
    Outcome run(OrganisationSession session) {
        List<ParameterSuggestion> suggestions = subject.suggest(session);
        return Outcome.of(suggestions, ParameterText.suggestions(suggestions))
                .hint("take one over in a draft: stackprofile parameterise DRAFT --suggestion NAME");
    }
}

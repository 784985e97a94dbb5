package io.stackprofile.samples.cli;

import io.stackprofile.DraftId;
import io.stackprofile.Names;
import io.stackprofile.OrganisationSession;
import io.stackprofile.error.NotFoundException;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterSuggestion;
import io.stackprofile.parameter.ParameterUse;
import io.stackprofile.profile.Profile;
import io.stackprofile.stack.StackSpec;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A draft, or a version of a profile: what has parameters. */
final class Subject {

    @Parameters(paramLabel = "PROFILE|DRAFT", description = "A profile's name or id, or a draft's id.")
    private String subject = "";

    @Option(
            names = "--version",
            paramLabel = "N",
            description = "The profile's version; the current one when not said.")
    private Optional<Integer> version = Optional.empty();

    List<Parameter> parameters(OrganisationSession session) {
        Optional<DraftId> draft = draft(session);
        if (draft.isPresent()) {
            return session.drafts().get(draft.get()).parameters();
        }
        Profile profile = profile(session);
        return session.profiles().version(profile.id(), number(profile)).parameters();
    }

    StackSpec spec(OrganisationSession session) {
        Optional<DraftId> draft = draft(session);
        if (draft.isPresent()) {
            return session.drafts().get(draft.get()).spec();
        }
        Profile profile = profile(session);
        return session.profiles().version(profile.id(), number(profile)).spec();
    }

    List<ParameterUse> influence(OrganisationSession session) {
        Optional<DraftId> draft = draft(session);
        if (draft.isPresent()) {
            return session.drafts().influence(draft.get());
        }
        Profile profile = profile(session);
        return session.profiles().influence(profile.id(), number(profile));
    }

    List<ParameterSuggestion> suggest(OrganisationSession session) {
        Optional<DraftId> draft = draft(session);
        if (draft.isPresent()) {
            return session.drafts().suggest(draft.get());
        }
        Profile profile = profile(session);
        return session.profiles().suggest(profile.id(), number(profile));
    }

    String schema(OrganisationSession session) {
        Optional<DraftId> draft = draft(session);
        if (draft.isPresent()) {
            return session.drafts().inputsSchema(draft.get());
        }
        Profile profile = profile(session);
        return session.profiles().inputsSchema(profile.id(), number(profile));
    }

    /** The draft's id, if it is a draft's. */
    Optional<DraftId> draft(OrganisationSession session) {
        if (!Names.isUuid(subject)) {
            return Optional.empty();
        }
        try {
            return Optional.of(session.drafts().get(DraftId.of(subject)).id());
        } catch (NotFoundException isProfile) {
            return Optional.empty();
        }
    }

    private Profile profile(OrganisationSession session) {
        return session.profiles().find(subject);
    }

    private int number(Profile profile) {
        return version.orElse(profile.currentVersion());
    }
}

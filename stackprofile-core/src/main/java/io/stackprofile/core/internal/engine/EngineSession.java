package io.stackprofile.core.internal.engine;

import io.stackprofile.CallOptions;
import io.stackprofile.Caller;
import io.stackprofile.OrganisationSession;
import io.stackprofile.draft.Drafts;
import io.stackprofile.draft.Suggestions;
import io.stackprofile.instantiation.Instantiations;
import io.stackprofile.profile.Profiles;

/** The facades for one caller. */
final class EngineSession implements OrganisationSession {

    private final EngineParts parts;
    private final Caller caller;
    private final CallOptions options;

    EngineSession(EngineParts parts, Caller caller, CallOptions options) {
        this.parts = parts;
        this.caller = caller;
        this.options = options;
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public OrganisationSession with(CallOptions options) {
        return new EngineSession(parts, caller, options);
    }

    @Override
    public Profiles profiles() {
        return new ProfileCalls(parts, caller, options);
    }

    @Override
    public Drafts drafts() {
        return new DraftCalls(parts, caller, options);
    }

    @Override
    public Suggestions suggestions() {
        return new SuggestionCalls(parts, caller);
    }

    @Override
    public Instantiations instantiations() {
        return new InstantiationCalls(parts, caller, options);
    }
}

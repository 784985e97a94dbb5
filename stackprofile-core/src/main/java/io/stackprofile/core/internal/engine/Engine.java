package io.stackprofile.core.internal.engine;

import io.stackprofile.CallOptions;
import io.stackprofile.Caller;
import io.stackprofile.OrganisationSession;
import io.stackprofile.StackProfiles;

/** The library, opened over its parts. */
public final class Engine implements StackProfiles {

    private final EngineParts parts;

    /** Opens the library over {@code parts}. */
    public Engine(EngineParts parts) {
        this.parts = parts;
    }

    @Override
    public OrganisationSession as(Caller caller) {
        return new EngineSession(parts, caller, CallOptions.none());
    }

    @Override
    public void close() {
        parts.store().close();
    }
}

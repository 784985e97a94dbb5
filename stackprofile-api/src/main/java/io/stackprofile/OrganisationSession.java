package io.stackprofile;

import io.stackprofile.draft.Drafts;
import io.stackprofile.draft.Suggestions;
import io.stackprofile.instantiation.Instantiations;
import io.stackprofile.profile.Profiles;

/**
 * The facades, bound to one caller. Immutable and thread-safe.
 */
public interface OrganisationSession {

    /** Who calls. */
    Caller caller();

    /** The same caller, with progress, a time limit or a way to cancel on every call. */
    OrganisationSession with(CallOptions options);

    /** Profiles and their versions. */
    Profiles profiles();

    /** Working copies of profiles. */
    Drafts drafts();

    /** Changes suggested to profiles of other organisations. */
    Suggestions suggestions();

    /** Stack drafts and instances on clusters. */
    Instantiations instantiations();
}

package io.stackprofile.core;

import io.stackprofile.DraftId;
import io.stackprofile.OrganisationSession;
import io.stackprofile.capture.CaptureVersionRequest;
import io.stackprofile.capture.MultiCaptureRequest;
import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.FleetQuery;
import io.stackprofile.instantiation.FleetFilter;
import io.stackprofile.instantiation.RolloutRequest;
import io.stackprofile.profile.ProfileVersion;

/** Captures stacks full of secrets together, simulates and rolls out. */
final class WatchedFleet {

    private final WatchedCalls calls;
    private final OrganisationSession acme;

    WatchedFleet(WatchedCalls calls, OrganisationSession acme) {
        this.calls = calls;
        this.acme = acme;
    }

    void captured(String... stacks) throws Exception {
        MultiCaptureRequest request = common(stacks);
        calls.make("Profiles.inspectCommon", () -> acme.profiles().inspectCommon(request));
        calls.make("Profiles.captureCommon", () -> acme.profiles().captureCommon(request));
    }

    void refused(String... stacks) {
        MultiCaptureRequest request = common(stacks);
        calls.refused("Profiles.inspectCommon", () -> acme.profiles().inspectCommon(request));
        calls.refused("Profiles.captureCommon", () -> acme.profiles().captureCommon(request));
    }

    /** A version with an instance that is deployed. */
    void of(ProfileVersion version) throws Exception {
        DraftId draft =
                acme.drafts().create(CreateDraftRequest.of(version.profileId())).id();
        calls.make("Drafts.simulate", () -> acme.drafts().simulate(draft, FleetQuery.all()));
        acme.drafts().delete(draft);
        RolloutRequest.Builder request = RolloutRequest.builder();
        request.profile(version.profileId()).filter(FleetFilter.all());
        calls.make("Instantiations.rollout", () -> acme.instantiations().rollout(request.build()));
        CaptureVersionRequest.Builder next = CaptureVersionRequest.builder();
        next.cluster("prod").stack("stack").includeAddonConfigurations(true);
        acme.profiles().captureVersion(version.profileId(), next.build());
        calls.make("Instantiations.rollout", () -> acme.instantiations().rollout(request.build()));
    }

    private static MultiCaptureRequest common(String... stacks) {
        MultiCaptureRequest.Builder request = MultiCaptureRequest.builder();
        request.name("common").includeAddonConfigurations(true);
        for (String stack : stacks) {
            request.source("prod", stack);
        }
        return request.build();
    }
}

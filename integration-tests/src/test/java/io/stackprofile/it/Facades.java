package io.stackprofile.it;

import io.stackprofile.Caller;
import io.stackprofile.Digest;
import io.stackprofile.DraftId;
import io.stackprofile.InstantiationId;
import io.stackprofile.OrganisationSession;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.StackDraftId;
import io.stackprofile.SuggestionId;
import io.stackprofile.capture.CaptureRequest;
import io.stackprofile.capture.CaptureVersionRequest;
import io.stackprofile.capture.MultiCaptureRequest;
import io.stackprofile.diff.DiffFormat;
import io.stackprofile.diff.VersionDiff;
import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.FleetQuery;
import io.stackprofile.draft.PublishRequest;
import io.stackprofile.draft.SuggestRequest;
import io.stackprofile.iac.ImportRequest;
import io.stackprofile.instantiation.AdoptRequest;
import io.stackprofile.instantiation.CommitOptions;
import io.stackprofile.instantiation.InstantiateRequest;
import io.stackprofile.instantiation.RebindRequest;
import io.stackprofile.instantiation.RolloutRequest;
import io.stackprofile.instantiation.UpdateRequest;
import io.stackprofile.profile.DeleteOptions;
import io.stackprofile.profile.DeprecateRequest;
import io.stackprofile.profile.Deprecation;
import io.stackprofile.profile.ProfileChanges;
import io.stackprofile.profile.ProfileQuery;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every method of every facade of a session, found by reflection, and something to call each with. */
final class Facades {

    /**
     * A method of a facade.
     *
     * @param facade the session's method that gives the facade
     * @param method the facade's method
     */
    record Call(Method facade, Method method) {

        @Override
        public String toString() {
            return facade.getName() + "." + method.getName() + Arrays.toString(method.getParameterTypes());
        }

        /** What the method gives or throws. */
        Object on(OrganisationSession session, Ids ids) throws Throwable {
            Object[] arguments = Stream.of(method.getParameterTypes())
                    .map(type -> argument(type, ids))
                    .toArray();
            try {
                return String.valueOf(method.invoke(facade.invoke(session), arguments));
            } catch (InvocationTargetException thrown) {
                throw thrown.getTargetException();
            }
        }

        private Object argument(Class<?> type, Ids ids) {
            if (type == String.class) {
                return method.getName().equals("find") ? ids.name() : "hooli";
            }
            return Optional.ofNullable(ids.arguments().get(type))
                    .orElseThrow(() -> new AssertionError("say in Facades what to pass for a " + type.getSimpleName()
                            + ", which " + this + " takes"));
        }
    }

    /**
     * What calls are about.
     *
     * @param profile a profile
     * @param name its name
     * @param draft a draft of a profile
     * @param stackDraft a draft of a stack
     * @param instance an instance
     * @param suggestion a suggestion
     */
    record Ids(
            ProfileId profile,
            String name,
            DraftId draft,
            StackDraftId stackDraft,
            InstantiationId instance,
            SuggestionId suggestion) {

        private Map<Class<?>, Object> arguments() {
            Map<Class<?>, Object> arguments = new HashMap<>();
            arguments.put(ProfileId.class, profile);
            arguments.put(DraftId.class, draft);
            arguments.put(StackDraftId.class, stackDraft);
            arguments.put(InstantiationId.class, instance);
            arguments.put(SuggestionId.class, suggestion);
            arguments.put(
                    SuggestRequest.class,
                    SuggestRequest.builder().draft(draft).revision(1).build());
            arguments.put(int.class, 1);
            arguments.put(long.class, 1L);
            arguments.put(List.class, List.of());
            arguments.put(Map.class, Map.of());
            arguments.put(DiffFormat.class, DiffFormat.MARKDOWN);
            arguments.put(VersionDiff.class, unchanged());
            arguments.put(PageRequest.class, PageRequest.first());
            arguments.put(ProfileQuery.class, ProfileQuery.all());
            arguments.put(
                    CaptureRequest.class,
                    CaptureRequest.builder()
                            .name("fresh")
                            .cluster("prod")
                            .stack("shop")
                            .build());
            arguments.put(
                    MultiCaptureRequest.class,
                    MultiCaptureRequest.builder()
                            .name("common")
                            .source("prod", "shop")
                            .source("staging", "absent")
                            .build());
            arguments.put(FleetQuery.class, FleetQuery.all());
            arguments.put(RolloutRequest.class, RolloutRequest.of(profile));
            arguments.put(
                    CaptureVersionRequest.class,
                    CaptureVersionRequest.builder()
                            .cluster("prod")
                            .stack("shop")
                            .build());
            arguments.put(
                    ImportRequest.class,
                    ImportRequest.builder().content("kind: Other\n").build());
            arguments.put(
                    ProfileChanges.class,
                    ProfileChanges.builder().description("Changed.").build());
            arguments.put(DeprecateRequest.class, DeprecateRequest.of(Deprecation.Reason.OTHER));
            arguments.put(DeleteOptions.class, DeleteOptions.forced());
            arguments.put(CreateDraftRequest.class, CreateDraftRequest.of(profile));
            arguments.put(PublishRequest.class, PublishRequest.builder().build());
            arguments.put(
                    InstantiateRequest.class,
                    InstantiateRequest.builder()
                            .profile(profile)
                            .cluster("staging")
                            .build());
            arguments.put(UpdateRequest.class, UpdateRequest.of(instance));
            arguments.put(CommitOptions.class, CommitOptions.defaults());
            arguments.put(
                    RebindRequest.class,
                    RebindRequest.builder().draft(stackDraft).build());
            arguments.put(
                    AdoptRequest.class,
                    AdoptRequest.builder().profile(profile).cluster("prod").build());
            return arguments;
        }

        private VersionDiff unchanged() {
            Digest digest = Digest.of("sha256:" + "0".repeat(64));
            return VersionDiff.builder()
                    .profileId(profile)
                    .fromVersion(1)
                    .toVersion(1)
                    .fromDigest(digest)
                    .toDigest(digest)
                    .build();
        }
    }

    private Facades() {}

    /** Every method of every facade. */
    static List<Call> calls() {
        return Stream.of(OrganisationSession.class.getMethods())
                .filter(facade -> facade.getParameterCount() == 0 && facade.getReturnType() != Caller.class)
                .flatMap(facade ->
                        Stream.of(facade.getReturnType().getMethods()).map(method -> new Call(facade, method)))
                .sorted(Comparator.comparing(Call::toString))
                .toList();
    }
}

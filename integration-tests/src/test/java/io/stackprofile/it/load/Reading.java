package io.stackprofile.it.load;

import io.stackprofile.DraftId;
import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.draft.Suggestion;
import io.stackprofile.draft.SuggestionSummary;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.instantiation.Instantiation;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.profile.Profile;
import io.stackprofile.profile.ProfileChange;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.profile.VersionSummary;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** What a store says of one life, read through the facades, with everything in it that contradicts itself. */
final class Reading {

    private final Actors actors;
    private final Reference reference;
    private final Map<String, String> facts = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    private Reading(Actors actors, Reference reference) {
        this.actors = actors;
        this.reference = reference;
    }

    /** Reads a profile by its id, or by its name when nobody heard of an id. */
    static Reading of(Actors actors, Reference reference, Life life, DraftLists drafts) {
        Reading reading = new Reading(actors, reference);
        Optional<Profile> profile = reading.profile(life);
        Optional<ProfileId> id = profile.map(Profile::id).or(life::id);
        profile.ifPresent(reading::readProfile);
        id.ifPresent(known -> {
            reading.facts.put("id", known.toString());
            reading.readHistory(known, profile);
            reading.readInstances(known, profile);
            reading.readDrafts(drafts.of(known));
        });
        return reading;
    }

    Map<String, String> facts() {
        return facts;
    }

    List<String> problems() {
        return problems;
    }

    private Optional<Profile> profile(Life life) {
        try {
            return Optional.of(life.id()
                    .map(actors.owner().profiles()::get)
                    .orElseGet(() -> actors.owner().profiles().find(life.name)));
        } catch (StackProfileException failure) {
            if (failure.code() != ErrorCode.NOT_FOUND) {
                problems.add("the profile cannot be read: " + failure.getMessage());
            }
            return Optional.empty();
        }
    }

    private void readProfile(Profile profile) {
        require(
                profile.versions().stream().map(VersionSummary::version).toList(),
                IntStream.iterate(profile.latestVersion(), number -> number - 1)
                        .limit(profile.latestVersion())
                        .boxed()
                        .toList(),
                "versions are listed");
        for (VersionSummary summary : profile.versions()) {
            read("version " + summary.version(), () -> version(profile, summary));
            summary.deprecation()
                    .ifPresent(deprecation -> facts.put(
                            "deprecated " + summary.version(),
                            deprecation.reason().name()));
        }
        profile.description()
                .filter(text -> !text.startsWith("What bears"))
                .ifPresent(text -> facts.put("description", text));
        profile.pinnedVersion().ifPresent(version -> facts.put("pinned", String.valueOf(version)));
        if (!profile.sharedWith().isEmpty()) {
            facts.put("shared", String.join(",", profile.sharedWith()));
        }
        pages(page -> actors.owner().suggestions().received(profile.id(), page))
                .forEach(summary -> read("suggestion " + summary.id(), () -> suggestion(summary)));
    }

    private String version(Profile profile, VersionSummary summary) {
        ProfileVersion version = actors.owner().profiles().version(profile.id(), summary.version());
        String content = Content.name(version.spec());
        Reference.Expected expected = reference.of(content);
        require(version.spec(), expected.spec(), "version " + summary.version() + " has members");
        require(version.parameters(), expected.parameters(), "version " + summary.version() + " has parameters");
        require(version.digest(), expected.digest(), "version " + summary.version() + " has digest");
        require(summary.digest(), expected.digest(), "version " + summary.version() + " is listed with digest");
        return content;
    }

    private String suggestion(SuggestionSummary summary) {
        Suggestion suggestion = actors.owner().suggestions().get(summary.id());
        return suggestion
                .spec()
                .map(spec -> summary.status() + " " + summary.note().orElse("") + " "
                        + known("suggestion " + summary.id(), spec))
                .orElse(summary.status().name());
    }

    private String known(String what, StackSpec spec) {
        String content = Content.name(spec);
        require(spec, reference.of(content).spec(), what + " has members");
        return content;
    }

    private void readHistory(ProfileId id, Optional<Profile> profile) {
        List<ProfileChange> history =
                listed("history", page -> actors.owner().profiles().history(id, page));
        require(
                history.stream().map(ProfileChange::revision).toList(),
                IntStream.iterate(history.size(), revision -> revision - 1)
                        .limit(history.size())
                        .mapToObj(Long::valueOf)
                        .toList(),
                "history has revisions");
        profile.ifPresent(found -> require(found.revision(), (long) history.size(), "the profile's revision is"));
        history.forEach(change -> facts.merge(
                "history " + change.kind(),
                "1",
                (one, other) -> String.valueOf(Integer.parseInt(one) + Integer.parseInt(other))));
        if (history.stream().anyMatch(change -> change.kind() == ProfileChange.Kind.DELETED)) {
            facts.put("deleted", "yes");
        }
    }

    private void readInstances(ProfileId id, Optional<Profile> profile) {
        List<Instantiation> instances =
                listed("instances", page -> actors.owner().instantiations().list(id, page));
        instances.forEach(instance -> read("instance " + instance.id(), () -> instance(instance)));
        require(actors.store.instantiations().instanceCount(id), (long) instances.size(), "instances are counted as");
        profile.ifPresent(found -> {
            long behind = instances.stream()
                    .filter(instance -> instance.status() == InstantiationStatus.DEPLOYED
                            && instance.version() < found.currentVersion())
                    .count();
            require(found.updateStatus().outdatedInstantiationCount(), behind, "outdated instances are counted as");
            require(
                    (long) pages(page -> actors.owner().instantiations().outdated(id, page))
                            .size(),
                    behind,
                    "outdated instances are listed as");
        });
    }

    /** What belongs to a profile that is gone, or never was, is listed while there is some. */
    private <T> List<T> listed(String what, Function<PageRequest, Page<T>> pages) {
        try {
            return pages(pages);
        } catch (StackProfileException failure) {
            if (failure.code() != ErrorCode.NOT_FOUND) {
                problems.add(what + " cannot be listed: " + failure.getMessage());
            }
            return List.of();
        }
    }

    private String instance(Instantiation instance) {
        StackDraft draft = actors.owner().instantiations().draft(instance.draftId());
        String content = Content.name(draft.spec());
        require(draft.spec(), reference.of(content).bound(), "instance " + instance.id() + " has members");
        return instance.draftId() + " " + instance.stack() + " " + instance.version() + " " + instance.status() + " "
                + content;
    }

    private void readDrafts(List<DraftLists.Listed> drafts) {
        drafts.forEach(listed -> read(
                "draft " + listed.organisation() + "/" + listed.id(), () -> draft(listed.organisation(), listed.id())));
    }

    private String draft(String organisation, DraftId id) {
        ProfileDraft draft = actors.as(organisation).drafts().get(id);
        known("draft " + id, draft.spec());
        return Performer.value(draft);
    }

    private void read(String fact, Supplier<String> value) {
        try {
            facts.put(fact, value.get());
        } catch (RuntimeException failure) {
            problems.add(fact + " is there and cannot be read: " + failure);
            facts.put(fact, "unreadable");
        }
    }

    static <T> List<T> pages(Function<PageRequest, Page<T>> pages) {
        List<T> all = new ArrayList<>();
        PageRequest request = PageRequest.first(100);
        while (true) {
            Page<T> page = pages.apply(request);
            all.addAll(page.items());
            if (page.next().isEmpty()) {
                return all;
            }
            request = request.at(page.next().get());
        }
    }

    private void require(Object actual, Object expected, String what) {
        if (!actual.equals(expected)) {
            problems.add(what + " " + actual + " and not " + expected);
        }
    }
}

package io.stackprofile.it.load;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;

import io.stackprofile.Digest;
import io.stackprofile.PageRequest;
import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.draft.PublishRequest;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.InMemoryStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a content's version, and an instance of it, must be to the character: as it is over a store that loses nothing. */
public final class Reference {

    /**
     * A content.
     *
     * @param spec a version's members
     * @param parameters its parameters
     * @param digest its digest
     * @param bound an instance's members
     */
    record Expected(StackSpec spec, List<Parameter> parameters, Digest digest, StackSpec bound) {}

    private static final int REMEMBERED = 1_000;

    private final Map<String, Expected> known = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Expected> eldest) {
            return size() > REMEMBERED;
        }
    };

    synchronized Expected of(String content) {
        return Optional.ofNullable(known.get(content)).orElseGet(() -> {
            Expected made = make(content);
            known.put(content, made);
            return made;
        });
    }

    private static Expected make(String content) {
        String[] marks = content.split("\\+");
        try (Actors actors = new Actors(new InMemoryStore())) {
            Performer performer = new Performer(actors);
            Life life = new Life("reference");
            Operation capture =
                    Operation.of(1, Operation.Kind.CAPTURE, life.name, "mark", marks[0], "source", "source");
            life.apply(capture, performer.perform(capture, life));
            if (marks.length > 1) {
                publish(actors, life, marks[1]);
            }
            int latest = marks.length;
            Operation instantiate = Operation.of(
                    2, Operation.Kind.INSTANTIATE, life.name, "version", String.valueOf(latest), "stack", "bound");
            performer.perform(instantiate, life);
            ProfileVersion version = actors.owner().profiles().version(life.requiredId(), latest);
            StackSpec bound = bound(actors, life);
            assertAbsent("a version", texts(version.spec()), List.of(Content.CANARY));
            assertAbsent("an instance", texts(bound), List.of(Content.CANARY));
            return new Expected(version.spec(), version.parameters(), version.digest(), bound);
        }
    }

    private static String texts(StackSpec spec) {
        return spec.members().stream().map(member -> member.text().orElse("")).collect(Collectors.joining());
    }

    private static void publish(Actors actors, Life life, String extra) {
        ProfileDraft draft = actors.owner().drafts().create(CreateDraftRequest.of(life.requiredId()));
        actors.owner().drafts().edit(draft.id(), 1, List.of(new DraftEdit.PutMember(Content.extra(extra))));
        actors.owner().drafts().publish(draft.id(), PublishRequest.builder().build());
    }

    private static StackSpec bound(Actors actors, Life life) {
        StackDraft draft = actors.owner()
                .instantiations()
                .draft(actors.owner()
                        .instantiations()
                        .list(life.requiredId(), PageRequest.first())
                        .items()
                        .get(0)
                        .draftId());
        return draft.spec();
    }
}

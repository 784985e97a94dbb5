package io.stackprofile.benchmarks.scale;

import io.stackprofile.Caller;
import io.stackprofile.OrganisationSession;
import io.stackprofile.StackProfiles;
import io.stackprofile.capture.CaptureRequest;
import io.stackprofile.core.StackProfileEngine;
import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.draft.PublishRequest;
import io.stackprofile.error.Finding;
import io.stackprofile.error.Severity;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.testkit.InMemoryCluster;
import io.stackprofile.testkit.InMemoryClusters;
import io.stackprofile.testkit.fixture.StackBuilder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Publishes drafts of a large stack through the engine: validated, searched for secrets, written, read back. */
final class EnginePublication {

    private static final int PUBLICATIONS = 7;
    private static final int CHANGED = 3;

    private final OrganisationSession session;
    private final ProfileVersion first;

    private EnginePublication(OrganisationSession session, ProfileVersion first) {
        this.session = session;
        this.first = first;
    }

    /** What a publication takes that changes three members of those that can be published. */
    static void report(StackProfileStore store, ManyMembers members, ScaleReport report) {
        StackBuilder stack = StackBuilder.stack("A large stack.");
        members.texts().forEach(stack::manifest);
        InMemoryCluster cluster = InMemoryCluster.named("prod").put("large", stack.build());
        // Not closed: the store is the measurement's.
        StackProfiles engine = StackProfileEngine.builder()
                .store(store)
                .clusters(InMemoryClusters.of(cluster))
                .build();
        OrganisationSession session = engine.as(Caller.of(StoredRows.ORGANISATION, "alice"));
        ProfileVersion version = session.profiles()
                .capture(CaptureRequest.builder()
                        .name("large")
                        .cluster("prod")
                        .stack("large")
                        .build());
        EnginePublication publication = new EnginePublication(session, version);
        ProfileDraft valid = publication.valid();
        publication.publish(valid);
        List<Double> nanos = new ArrayList<>();
        for (int number = 0; number < PUBLICATIONS; number++) {
            ProfileDraft draft = publication.changed(number);
            long start = System.nanoTime();
            publication.publish(draft);
            nanos.add((double) (System.nanoTime() - start));
        }
        report.line(
                "a publication by the engine that changes 3 of "
                        + valid.spec().members().size() + " members, validation and search for secrets included",
                new Contest.Time("engine", nanos).text());
    }

    /** Without the members that validation finds errors in, such as an object that stands twice. */
    private ProfileDraft valid() {
        ProfileDraft draft = session.drafts().create(CreateDraftRequest.of(first.profileId()));
        Set<MemberRef> wrong = new LinkedHashSet<>();
        session.drafts().validate(draft.id()).findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(Finding::location)
                .flatMap(location -> location.member().stream())
                .forEach(wrong::add);
        List<DraftEdit> removals =
                wrong.stream().<DraftEdit>map(DraftEdit.RemoveMember::new).toList();
        return session.drafts().edit(draft.id(), draft.revision(), removals);
    }

    private ProfileDraft changed(int number) {
        ProfileDraft draft = session.drafts().create(CreateDraftRequest.of(first.profileId()));
        List<Member> members = draft.spec().members();
        List<DraftEdit> edits = new ArrayList<>();
        for (int i = 0; i < CHANGED; i++) {
            Member member = members.get((number * 7 + i * (members.size() / CHANGED)) % members.size());
            String text = member.text().orElseThrow();
            edits.add(new DraftEdit.PutMember(member.withText("# change " + number + "\n" + text)));
        }
        return session.drafts().edit(draft.id(), draft.revision(), edits);
    }

    private void publish(ProfileDraft draft) {
        session.drafts().publish(draft.id(), PublishRequest.builder().build());
    }
}

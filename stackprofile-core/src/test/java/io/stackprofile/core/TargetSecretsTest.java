package io.stackprofile.core;

import static io.stackprofile.core.QuayStack.edited;
import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.draft.MergeConflict;
import io.stackprofile.draft.MergeResolution;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.instantiation.DriftReport;
import io.stackprofile.instantiation.Instantiations;
import io.stackprofile.instantiation.MemberDrift;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.instantiation.UpdatePreview;
import io.stackprofile.instantiation.UpdateRequest;
import io.stackprofile.profile.ProfileVersion;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Secrets that people write into a target's texts: none comes into drafts, conflicts, drift or errors. */
class TargetSecretsTest {

    private static final String SECRET = "ghp_9aKq2LmZx81RtYbVnC04WsEdJfGh5TuPoi7Q";
    private static final String OTHER = "bollard-Heaving-4417-line";

    private final EngineFixture fixture = new EngineFixture();
    private final Instantiations instantiations = fixture.acme().instantiations();
    private final ProfileVersion first = QuayStack.first(fixture);
    private final StackDraft deployed = QuayStack.deployed(fixture, first);
    private final UpdateRequest request = UpdateRequest.of(deployed.instantiationId());

    @Test
    void aSecretsPlaintextWhereThePlaceholderStoodIsNoEdit() {
        QuayStack.change(
                fixture.staging,
                spec -> spec.map(member -> member.text().isEmpty()
                        ? member
                        : member.withText(member.text()
                                .orElseThrow()
                                .replaceAll("\\$\\{\\{ parameters\\.[a-z_]+( \\| [a-z]+)? }}", OTHER))));
        QuayStack.next(fixture, first, edited(QuayStack.spec(), QuayStack.SETTINGS, "steady", "brisk"));

        StackDraft update = instantiations.update(request);

        assertThat(update.spec().find(QuayStack.CREDENTIALS))
                .isEqualTo(deployed.spec().find(QuayStack.CREDENTIALS));
        assertThat(update.spec().find(QuayStack.SETTINGS).orElseThrow().text().orElseThrow())
                .contains("mode: brisk", "url: postgres://planner:${{ parameters.");
        assertThat(instantiations.drift(deployed.instantiationId()).asDeployed())
                .isTrue();
        assertAbsent("the update", ShopStack.shown(update, update.spec()), List.of(OTHER));
    }

    @Test
    void anEditBesideAPlaceholderIsKeptWithThePlaceholder() {
        QuayStack.change(fixture.staging, spec -> edited(spec, QuayStack.SETTINGS, "@db.quay.svc", "@db-two.quay.svc"));

        StackDraft update = instantiations.update(request);

        assertThat(update.spec().find(QuayStack.SETTINGS).orElseThrow().text().orElseThrow())
                .contains("url: postgres://planner:${{ parameters.")
                .contains("@db-two.quay.svc:5432/planner");
    }

    @Test
    void aPlaintextThatSomeoneWroteIsAConflictThatShowsNothingOfIt() {
        QuayStack.change(
                fixture.staging,
                spec -> edited(spec, QuayStack.SETTINGS, "tide: \"neap\"", "tide: \"neap\"\n  token: " + SECRET));
        QuayStack.next(fixture, first, edited(QuayStack.spec(), QuayStack.SETTINGS, "steady", "brisk"));

        UpdatePreview preview = instantiations.preview(request);
        StackProfileException refused = assertFails(ErrorCode.MERGE_CONFLICT, () -> instantiations.update(request));
        MergeConflict conflict = preview.conflicts().get(0);
        StackProfileException kept = assertFails(
                ErrorCode.INVALID_REQUEST, () -> instantiations.update(settled(conflict, MergeResolution.ours())));
        StackDraft update = instantiations.update(settled(conflict, MergeResolution.theirs()));
        DriftReport drift = instantiations.drift(deployed.instantiationId());

        assertThat(preview.conflicts()).hasSize(1);
        assertThat(conflict.location().path()).contains("/data/token");
        assertThat(conflict.ours()).contains("[redacted]");
        assertThat(update.spec().find(QuayStack.SETTINGS).orElseThrow().text().orElseThrow())
                .contains("mode: brisk")
                .doesNotContain("token:");
        assertThat(drift.members())
                .filteredOn(member -> member.state() == MemberDrift.State.CHANGED)
                .flatExtracting(MemberDrift::paths)
                .extracting(path -> path.path() + " " + path.actual().orElse(""))
                .containsExactly("/data/token [redacted]");
        assertAbsent(
                "all of it",
                preview
                        + trace(refused)
                        + trace(kept)
                        + ShopStack.shown(update, update.spec())
                        + drift
                        + conflict.base()
                        + conflict.theirs(),
                List.of(SECRET, SECRET.substring(4)));
    }

    @Test
    void aSecretInACommentLeavesTheWholeTextOut() {
        QuayStack.change(
                fixture.staging, spec -> edited(spec, QuayStack.SETTINGS, "# What", "# token " + SECRET + "\n# What"));

        UpdatePreview preview = instantiations.preview(request);
        StackDraft update = instantiations.update(settled(preview.conflicts().get(0), MergeResolution.theirs()));

        assertThat(preview.conflicts()).hasSize(1);
        assertThat(update.spec()).isEqualTo(deployed.spec());
        assertAbsent("the update", preview + ShopStack.shown(update, update.spec()), List.of(SECRET));
    }

    private UpdateRequest settled(MergeConflict conflict, MergeResolution resolution) {
        return UpdateRequest.builder()
                .instantiation(deployed.instantiationId())
                .putResolution(conflict.id(), resolution)
                .build();
    }

    private static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }
}

package io.stackprofile.testkit.contract;

import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackprofile.InstantiationId;
import io.stackprofile.StackDraftId;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.spi.store.InstantiationRecord;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The part of {@link InstantiationStoreContract} about single fields: the draft, the place, the version as a number. */
public abstract class InstantiationStoreFields extends InstantiationSteps {

    /** For {@link InstantiationStoreContract}. */
    InstantiationStoreFields() {}

    /** {@code before} with another id, draft and place, and the revision given. */
    private static InstantiationRecord at(
            InstantiationRecord before, InstantiationId id, long revision, StackDraftId draft, String place) {
        return InstantiationRecord.builder()
                .id(id)
                .organisation(before.organisation())
                .revision(revision)
                .profileId(before.profileId())
                .version(before.version())
                .cluster("cluster of " + place)
                .stack("stack of " + place)
                .status(before.status())
                .draftId(draft)
                .createdAt(before.createdAt())
                .createdBy(before.createdBy())
                .updatedAt(Records.LATER)
                .document(before.document())
                .addAllContents(before.contents())
                .build();
    }

    @Test
    @Clause("IS-1")
    public void required_IS1_oneDraftGivesOneInstance() {
        InstantiationRecord first = create(ACME, profile, 1, InstantiationStatus.DEPLOYED);
        InstantiationId other = new InstantiationId(records.nextId());
        InstantiationRecord second = at(first, other, 1, first.draftId(), "elsewhere");
        String check =
                "IS-1: a draft of the organisation has one instance; a second one is STALE_REVISION, counts stay";
        assertFails(ErrorCode.STALE_REVISION, () -> instances().create(second), check);
        assertKept(first, check);
        assertEquals(Optional.empty(), instances().find(ACME, other), check);
        assertEquals(1, instances().instanceCount(profile), check);
    }

    @Test
    @Clause("IS-2")
    public void required_IS2_anUpdateReplacesEveryField() {
        InstantiationRecord bystander = drafted();
        InstantiationRecord one = create(ACME, profile, 1, InstantiationStatus.DEPLOYED);
        StackDraftId draft = new StackDraftId(records.nextId());
        InstantiationRecord two = at(one, one.id(), 2, draft, "the other region");
        instances().update(1, two);
        String check = "IS-2: update replaces every field of one instance, its place and its draft as well";
        assertKept(two, check);
        assertEquals(Optional.empty(), instances().findByDraft(ACME, one.draftId()), check);
        assertKept(bystander, check);
    }

    @Test
    @Clause("IS-5")
    public void required_IS5_versionsAreComparedAsNumbers() {
        for (int version : new int[] {2, 9, 10, 11, 100}) {
            create(ACME, profile, version, InstantiationStatus.DEPLOYED);
        }
        for (int below : new int[] {2, 3, 9, 10, 11, 12, 100, 101}) {
            String check = "IS-5: versions are numbers: 10 is above 9; check the column's type (below " + below + ")";
            assertEquals(below(below).size(), instances().outdatedCount(ACME, profile, below), check);
        }
        assertEquals(2, below(10).size(), "IS-4: versions are numbers: 10 is above 9; check the column's type");
    }
}

package io.stackprofile.it.load;

import io.stackprofile.DraftId;
import io.stackprofile.ProfileId;
import io.stackprofile.draft.DraftSummary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every draft that the organisations' listings show, by its profile. */
final class DraftLists {

    /**
     * A draft in a listing.
     *
     * @param organisation whose
     * @param id which
     */
    record Listed(String organisation, DraftId id) {}

    private final Map<ProfileId, List<Listed>> drafts = new HashMap<>();

    private DraftLists() {}

    static DraftLists read(Actors actors) {
        DraftLists lists = new DraftLists();
        for (String organisation : List.of(Actors.OWNER, Actors.GUEST)) {
            for (DraftSummary draft :
                    Reading.pages(page -> actors.as(organisation).drafts().list(page))) {
                lists.drafts
                        .computeIfAbsent(draft.profile().orElseThrow(), id -> new ArrayList<>())
                        .add(new Listed(organisation, draft.id()));
            }
        }
        return lists;
    }

    List<Listed> of(ProfileId profile) {
        return drafts.getOrDefault(profile, List.of());
    }

    Set<ProfileId> profiles() {
        return drafts.keySet();
    }
}

package io.stackprofile.cluster.directory;

import io.stackprofile.Digest;
import io.stackprofile.InstantiationId;
import io.stackprofile.ProfileId;
import io.stackprofile.instantiation.InstanceMark;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who put a member into the folder, and as what.
 *
 * @param mark the instance
 * @param state the member's state as it was then, edges apart
 */
record PutThere(InstanceMark mark, String state) {

    /** Reads what {@link #tree} wrote. */
    static PutThere of(Entry entry) {
        String what = "who put a member there";
        try {
            InstanceMark mark = new InstanceMark(
                    InstantiationId.of(entry.requiredText("instance", what)),
                    ProfileId.of(entry.requiredText("profile", what)),
                    entry.requiredText("name", what),
                    Integer.parseInt(entry.requiredText("version", what)),
                    Digest.of(entry.requiredText("digest", what)));
            return new PutThere(mark, entry.requiredText("state", what));
        } catch (IllegalArgumentException notOne) {
            throw Refusals.malformed(
                    "who put a member there is not as it was written", "Restore the file or delete it.", entry.at());
        }
    }

    /** What is written of it. */
    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("instance", mark.instance().toString());
        tree.put("profile", mark.profile().toString());
        tree.put("name", mark.profileName());
        tree.put("version", mark.version());
        tree.put("digest", mark.digest().text());
        tree.put("state", state);
        return tree;
    }
}

package io.stackprofile.cluster.directory;

import io.stackprofile.error.Location;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import java.util.List;
import java.util.Map;

/**
 * A member as a GitOps repository declares it.
 *
 * @param entry where it is declared
 * @param member what it is
 * @param source where its text comes from
 * @param parentPlaces where each of its parents is named
 * @param encryptedPaths what it declares as encrypted, dotted
 */
record MemberEntry(
        Entry entry,
        Member member,
        MemberSource source,
        Map<MemberRef, Location> parentPlaces,
        List<String> encryptedPaths) {

    MemberRef ref() {
        return member.ref();
    }

    /** Where it is declared, by name. */
    Location at() {
        return Places.of(ref(), entry.at());
    }
}

package io.stackprofile.benchmarks;

import io.stackprofile.ProfileId;
import io.stackprofile.capture.CaptureReport;
import io.stackprofile.core.internal.digest.VersionDigest;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.profile.Provenance;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Two versions of a stack, and which members differ. The same every time.
 *
 * @param before the older texts
 * @param after the newer texts
 * @param changed the places of members that differ
 */
record ChangedStack(List<String> before, List<String> after, Set<Integer> changed) {

    /** No members. */
    static final ChangedStack EMPTY = new ChangedStack(List.of(), List.of(), Set.of());

    /** In {@code count} members, evenly spread, the middle one of their scalars is another. */
    static ChangedStack edited(List<String> texts, int count) {
        List<String> after = new ArrayList<>(texts);
        TreeSet<Integer> changed = new TreeSet<>();
        for (int n = 0; n < count; n++) {
            int from = (int) ((long) n * texts.size() / count);
            int next = (int) ((long) (n + 1) * texts.size() / count);
            for (int i = from; i < next; i++) {
                Optional<Place> place = Place.choose(texts.get(i), 0);
                String text = texts.get(i);
                int number = i + 1;
                String edited = place.map(at ->
                                text.substring(0, at.start()) + at.value(number).text() + text.substring(at.end()))
                        .orElse(text);
                // The place may have the very value already.
                if (!edited.equals(text)) {
                    after.set(i, edited);
                    changed.add(i);
                    break;
                }
            }
        }
        return new ChangedStack(texts, after, changed);
    }

    /** The first {@code percent} of the members have another member's text. */
    static ChangedStack rewritten(List<String> texts, int percent) {
        int size = texts.size() * percent / 100;
        List<String> before = texts.subList(0, size);
        List<String> after = new ArrayList<>();
        TreeSet<Integer> changed = new TreeSet<>();
        for (int i = 0; i < size; i++) {
            after.add(texts.get((i + size / 2) % size));
            if (!after.get(i).equals(before.get(i))) {
                changed.add(i);
            }
        }
        return new ChangedStack(before, after, changed);
    }

    /** The members' names, by their places. */
    static String name(int place) {
        return "m" + place;
    }

    ProfileVersion older() {
        return version(1, before);
    }

    ProfileVersion newer() {
        // Texts that a store read are not the same objects, so equality has to look at them.
        return version(
                2, after.stream().map(text -> new String(text.toCharArray())).toList());
    }

    private static ProfileVersion version(int number, List<String> texts) {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            members.add(Manifest.builder().name(name(i)).content(texts.get(i)).build());
        }
        StackSpec spec = StackSpec.of(Optional.empty(), members);
        return ProfileVersion.builder()
                .profileId(ProfileId.of("0190163d-8694-739b-aea5-966c26f8ad90"))
                .profileName("measured")
                .version(number)
                .channel("stable")
                .digest(VersionDigest.of(spec, List.of(), List.of()))
                .spec(spec)
                .provenance(Provenance.builder()
                        .origin(Provenance.Origin.IMPORT)
                        .createdAt(Instant.EPOCH)
                        .createdBy("nobody")
                        .libraryVersion("0")
                        .build())
                .report(CaptureReport.empty())
                .build();
    }
}

package io.stackprofile.core.internal.codec;

import io.stackprofile.Digest;
import io.stackprofile.InstantiationId;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an instance's document holds beside what is applied; earlier documents hold none of it.
 *
 * @param digest the version's digest
 * @param base what the version alone gives, when what is applied holds local edits too
 * @param removals members to be taken off the target, with the texts that were last applied, children before their parents
 * @param updates the instance that is brought to this one's version
 * @param namespaces where objects go, by the namespaces that the version names
 * @param pending members that the last commit did not bring onto the target
 * @param uninstalling whether the instance is being taken off its target
 */
public record InstanceState(
        Optional<Digest> digest,
        Optional<StackSpec> base,
        StackSpec removals,
        Optional<InstantiationId> updates,
        Map<String, String> namespaces,
        List<MemberRef> pending,
        boolean uninstalling) {

    /** What earlier documents hold. */
    public static final InstanceState NONE = new InstanceState(
            Optional.empty(),
            Optional.empty(),
            StackSpec.builder().build(),
            Optional.empty(),
            Map.of(),
            List.of(),
            false);

    /** Copies the collections. */
    public InstanceState {
        namespaces = Collections.unmodifiableMap(new LinkedHashMap<>(namespaces));
        pending = List.copyOf(pending);
    }

    /** Of a version that is bound to nothing that was there before. */
    public static InstanceState of(Digest digest, Map<String, String> namespaces) {
        return new InstanceState(
                Optional.of(digest), Optional.empty(), NONE.removals(), Optional.empty(), namespaces, List.of(), false);
    }

    /** The same as an update in place. */
    public InstanceState updating(InstantiationId earlier, StackSpec pure, StackSpec gone) {
        return new InstanceState(
                digest, Optional.of(pure), gone, Optional.of(earlier), namespaces, pending, uninstalling);
    }

    /** The same after a commit that left members out. */
    public InstanceState without(List<MemberRef> left) {
        return new InstanceState(digest, base, removals, updates, namespaces, left, uninstalling);
    }

    /** The same on its way off the target. */
    public InstanceState leaving() {
        return new InstanceState(digest, base, removals, updates, namespaces, pending, true);
    }
}

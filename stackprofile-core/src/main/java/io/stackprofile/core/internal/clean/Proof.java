package io.stackprofile.core.internal.clean;

import io.stackprofile.core.internal.clean.Owner.Role;
import io.stackprofile.core.internal.tree.ListKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The evidence for one place: what was last applied there, and who owns it.
 *
 * @param declared whether the last-applied configuration has the place
 * @param applied what it has there
 * @param claims who owns the place or what is below it
 */
record Proof(boolean declared, @Nullable Object applied, List<Claim> claims) {

    /**
     * An owner's claim on a place.
     *
     * @param role the owner's
     * @param set what it owns here and below
     * @param named whether it names this place, rather than something above it as a whole
     */
    record Claim(Role role, FieldSet set, boolean named) {}

    static Proof of(Evidence evidence) {
        List<Claim> claims = evidence.owners().all().stream()
                .map(owner -> new Claim(owner.role(), owner.fields(), true))
                .toList();
        return new Proof(
                evidence.lastApplied().isPresent(), evidence.lastApplied().orElse(null), claims);
    }

    Proof child(String key) {
        List<Claim> below = new ArrayList<>(claims.size());
        claims.forEach(claim -> step(claim, claim.set.field(key), below));
        return applied instanceof Map<?, ?> map && map.containsKey(key)
                ? new Proof(true, map.get(key), below)
                : new Proof(false, null, below);
    }

    /** The proofs of a list's items, in order. */
    List<Proof> items(String field, List<?> live) {
        Map<Integer, Integer> matched = applied instanceof List<?> list ? match(field, list, live) : Map.of();
        List<Proof> proofs = new ArrayList<>(live.size());
        for (int i = 0; i < live.size(); i++) {
            List<Claim> below = new ArrayList<>(claims.size());
            for (Claim claim : claims) {
                step(claim, claim.set.item(i, live.get(i)), below);
            }
            Integer at = matched.get(i);
            proofs.add(
                    at != null && applied instanceof List<?> list
                            ? new Proof(true, list.get(at), below)
                            : new Proof(false, null, below));
        }
        return proofs;
    }

    private static void step(Claim claim, @Nullable FieldSet set, List<Claim> below) {
        if (set != null) {
            below.add(new Claim(claim.role, set, true));
        } else if (claim.set.isLeaf()) {
            below.add(new Claim(claim.role, FieldSet.LEAF, false));
        }
    }

    private static Map<Integer, Integer> match(String field, List<?> applied, List<?> live) {
        Map<Integer, Integer> matched = new HashMap<>();
        Optional<ListKeys.Matched> keys = ListKeys.of(field, List.of(live, applied));
        if (keys.isPresent()) {
            List<String> known = keys.get().keys().get(1);
            for (int i = 0; i < live.size(); i++) {
                int at = known.indexOf(keys.get().keys().get(0).get(i));
                if (at >= 0) {
                    matched.put(i, at);
                }
            }
            return matched;
        }
        boolean[] taken = new boolean[applied.size()];
        for (int i = 0; i < live.size(); i++) {
            int at = live.size() == applied.size() ? i : find(applied, taken, live.get(i));
            if (at >= 0) {
                taken[at] = true;
                matched.put(i, at);
            }
        }
        return matched;
    }

    private static int find(List<?> applied, boolean[] taken, @Nullable Object item) {
        for (int at = 0; at < applied.size(); at++) {
            if (!taken[at] && SameValue.isPart(applied.get(at), item)) {
                return at;
            }
        }
        return -1;
    }

    private boolean owned(Role role) {
        return claims.stream().anyMatch(claim -> claim.role == role);
    }

    /** Whether somebody applied this place itself. */
    boolean isApplied() {
        return declared || claims.stream().anyMatch(claim -> claim.role == Role.APPLIER && claim.named);
    }

    /** Whether somebody wants it: applied, created or edited it, itself or as part of a whole. */
    boolean isWanted() {
        return declared || owned(Role.APPLIER) || owned(Role.EDITOR);
    }

    boolean isControllersOnly() {
        return !claims.isEmpty() && claims.stream().allMatch(claim -> claim.role == Role.CONTROLLER);
    }

    /** The fields below that an applier names and owns as a whole. */
    Set<String> ownedByAppliers() {
        return claims.stream()
                .filter(claim -> claim.role == Role.APPLIER)
                .flatMap(claim -> claim.set.leaves().stream())
                .collect(Collectors.toSet());
    }

    /** Whether an emptied mapping or list stays, since somebody said it. */
    boolean isKeptEmpty() {
        return declared
                || claims.stream()
                        .anyMatch(claim -> claim.role == Role.APPLIER && claim.named && claim.set.ownsItself());
    }

    /** Nothing of the content. */
    @Override
    public String toString() {
        return "Proof[declared=" + declared + ", claims=" + claims.size() + "]";
    }
}

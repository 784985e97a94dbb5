package io.stackprofile.core.internal.clean;

import io.stackprofile.core.internal.clean.Verdict.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Walks a live object with its evidence and builds it anew without what goes. What is emptied by that goes, too. */
final class LiveFields {

    private static final Object GONE = new Object();
    private static final Set<String> SETS = Set.of("finalizers");

    private final Verdict verdict;
    private final AppliedEmpties empties;
    private final BiConsumer<Place, Reason> report;

    LiveFields(Verdict verdict, AppliedEmpties empties, BiConsumer<Place, Reason> report) {
        this.verdict = verdict;
        this.empties = empties;
        this.report = report;
    }

    /** The object without what goes. */
    Map<String, @Nullable Object> clean(Map<?, ?> object, Proof proof) {
        return mapping(Place.root(object), object, proof);
    }

    private @Nullable Object visit(Place at, Proof proof) {
        boolean leaf = isLeaf(at);
        Optional<Reason> reason = verdict.of(at, proof, leaf);
        if (reason.isPresent()) {
            report.accept(at, reason.get());
            return GONE;
        }
        if (leaf) {
            return kept(at, proof);
        }
        Object rest = at.node() instanceof Map<?, ?> map ? mapping(at, map, proof) : list(at, proof);
        return LiveTree.isEmpty(rest) && !(proof.isKeptEmpty() && empties.mayStay(at)) ? GONE : rest;
    }

    private static boolean isLeaf(Place at) {
        if (at.node() instanceof List<?> list) {
            return list.isEmpty() || (list.stream().allMatch(LiveTree::isScalar) && !SETS.contains(at.step()));
        }
        return LiveTree.isScalar(at.node()) || LiveTree.isEmpty(at.node());
    }

    private @Nullable Object kept(Place at, Proof proof) {
        if (!proof.declared()) {
            return at.node();
        }
        if (proof.isControllersOnly() && !SameValue.same(proof.applied(), at.node())) {
            if (!SameValue.isRespelled(at, proof.applied(), at.node())) {
                report.accept(at, Reason.of(LiveRule.CONTROLLER_CHANGE));
            }
            return proof.applied();
        }
        return SameValue.isRespelled(at, proof.applied(), at.node()) ? proof.applied() : at.node();
    }

    private Map<String, @Nullable Object> mapping(Place at, Map<?, ?> live, Proof proof) {
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        for (String key : keys(live, proof.applied())) {
            Object rest = visit(at.child(key, live.get(key)), proof.child(key));
            if (rest != GONE) {
                kept.put(key, rest);
            }
        }
        if (proof.applied() instanceof Map<?, ?> applied) {
            empties.restore(at, applied, kept);
        }
        empties.restoreOwned(at, proof.ownedByAppliers(), kept);
        return kept;
    }

    /** The keys in the order in which somebody wrote them, when that is known: kubectl sorts them, which says nothing. */
    private static Set<String> keys(Map<?, ?> live, @Nullable Object applied) {
        Set<String> keys = new LinkedHashSet<>();
        if (applied instanceof Map<?, ?> map) {
            List<String> written = map.keySet().stream().map(Objects::toString).toList();
            if (!written.equals(new ArrayList<>(new TreeSet<>(written)))) {
                written.stream().filter(live::containsKey).forEach(keys::add);
            }
        }
        live.keySet().forEach(key -> keys.add(Objects.toString(key)));
        return keys;
    }

    private List<@Nullable Object> list(Place at, Proof proof) {
        List<?> live = at.node() instanceof List<?> list ? list : List.of();
        List<Proof> proofs = proof.items(at.field(), live);
        List<@Nullable Object> kept = new ArrayList<>(live.size());
        for (int i = 0; i < live.size(); i++) {
            Object rest = visit(at.item(i, live.get(i)), proofs.get(i));
            if (rest != GONE) {
                kept.add(rest);
            }
        }
        return kept;
    }
}

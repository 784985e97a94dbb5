package io.stackprofile.core.internal.merge;

import io.stackprofile.draft.MergeConflict;
import io.stackprofile.draft.MergeResolution;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects the conflicts of one merge, and settles those that a resolution is given for. */
final class MergeRun {

    private final Map<String, MergeResolution> resolutions;
    private final List<MergeConflict> conflicts = new ArrayList<>();
    private final Set<String> met = new HashSet<>();

    MergeRun(Map<String, MergeResolution> resolutions) {
        this.resolutions = resolutions;
    }

    List<MergeConflict> conflicts() {
        return conflicts;
    }

    /** The resolution of a conflict, which is one of a side's; empty when it stays a conflict. */
    Optional<MergeResolution> side(MergeConflict.Kind kind, String place, MergeConflict.Builder conflict) {
        Optional<MergeResolution> settled = settle(kind, place, conflict);
        if (settled.orElse(null) instanceof MergeResolution.Other) {
            throw refused("this conflict is not of a value", "Take ours or theirs.");
        }
        return settled;
    }

    /** The resolution of a conflict; empty when it stays one. */
    Optional<MergeResolution> settle(MergeConflict.Kind kind, String place, MergeConflict.Builder conflict) {
        String id = kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + " " + place;
        met.add(id);
        MergeResolution given = resolutions.get(id);
        if (given == null) {
            conflicts.add(conflict.id(id).kind(kind).build());
        }
        return Optional.ofNullable(given);
    }

    /** Requires that every resolution was of a conflict; while some are open, others may be hidden behind them. */
    void requireAllMet() {
        if (conflicts.isEmpty() && !met.containsAll(resolutions.keySet())) {
            throw refused("a resolution names a conflict that there is not", "Rebase without resolutions to see them.");
        }
    }

    /** What equality alone decides of three values; empty when both sides changed it, differently. */
    static <T> Optional<T> unchanged(T base, T theirs, T ours) {
        if (theirs.equals(ours) || base.equals(theirs)) {
            return Optional.of(ours);
        }
        return base.equals(ours) ? Optional.of(theirs) : Optional.empty();
    }

    private static InvalidContentException refused(String problem, String remedy) {
        return new InvalidContentException(ErrorCode.INVALID_REQUEST, problem, remedy, Location.unknown());
    }
}

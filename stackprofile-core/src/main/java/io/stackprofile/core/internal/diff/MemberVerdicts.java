package io.stackprofile.core.internal.diff;

import io.stackprofile.diff.ValueChange;
import io.stackprofile.diff.Verdict;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberKind;
import io.stackprofile.stack.MemberRef;
import java.util.ArrayList;
import java.util.List;

/** What a change of a member itself, its edges or its fields means. */
final class MemberVerdicts {

    static final Verdict ADDED = Verdict.compatible("member-added", "The member is new; nothing stands in its way.");
    static final Verdict REMOVED =
            Verdict.breaking("member-removed", "The member goes, and what it runs or keeps goes with it.");
    static final Verdict MOVED_OUT =
            Verdict.compatible("objects-moved", "The member goes, but other members have all of its objects.");
    static final Verdict TEXT_ONLY =
            Verdict.cosmetic("text-only", "Only comments, order or formatting of the text differ.");
    static final Verdict UNREADABLE = Verdict.breaking(
            "text-unreadable", "The text is not YAML within the limits, so it cannot be told what differs in it.");
    static final Verdict VALUES =
            Verdict.compatible("chart-defaults", "The add-on had no values and has some now, or the reverse.");

    private static final Verdict RENAMED =
            Verdict.compatible("member-renamed", "The member has another name and the same content.");
    private static final Verdict RELEASE_RENAMED = Verdict.breaking(
            "release-renamed", "An add-on of another name is another release; the old one is uninstalled.");
    private static final Verdict EDGE_ADDED =
            Verdict.compatible("edge-added", "The member waits for another one when it is applied.");
    private static final Verdict EDGE_REMOVED =
            Verdict.compatible("edge-removed", "The member no longer waits for another one when it is applied.");
    private static final Verdict NAMESPACE = Verdict.breaking(
            "member-namespace", "Objects cannot change their namespace; they are made anew in the other one.");
    private static final Verdict CHART = Verdict.breaking("chart-replaced", "The add-on installs another chart.");
    private static final Verdict SOURCE = Verdict.compatible("chart-source", "The chart comes from another place.");

    private MemberVerdicts() {}

    /** A member of both versions under another name. */
    static Verdict renamed(MemberRef ref) {
        return ref.kind() == MemberKind.ADDON ? RELEASE_RENAMED : RENAMED;
    }

    /** Edges that came or went. */
    static List<Verdict> edges(List<MemberRef> added, List<MemberRef> removed) {
        List<Verdict> verdicts = new ArrayList<>();
        if (!added.isEmpty()) {
            verdicts.add(EDGE_ADDED);
        }
        if (!removed.isEmpty()) {
            verdicts.add(EDGE_REMOVED);
        }
        return verdicts;
    }

    /** A field of a member that both versions have. */
    static Verdict field(Member before, Member after, ValueChange change) {
        return switch (change.path()) {
            case "namespace" -> NAMESPACE;
            case "chartName" -> CHART;
            case "repositoryUrl", "registryName" -> SOURCE;
            case "chartVersion" ->
                before instanceof Addon old && after instanceof Addon now
                        ? ChartStep.verdict(old.chartVersion(), now.chartVersion())
                        : Verdict.VALUE_CHANGED;
            default -> Verdict.VALUE_CHANGED;
        };
    }
}

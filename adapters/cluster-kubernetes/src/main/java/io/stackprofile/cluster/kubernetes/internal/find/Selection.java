package io.stackprofile.cluster.kubernetes.internal.find;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.capture.LeftOut;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import io.stackprofile.cluster.kubernetes.internal.api.ResourceType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What of the objects of a cluster are a stack's own. A pure function of what was listed.
 *
 * @param kept the stack's objects, in the order of their ids
 * @param leftOut the others, each with the rule that leaves it out
 * @param records those of them in which Helm keeps releases
 * @param releases the Helm releases that rendered some of them
 */
public record Selection(
        List<JsonNode> kept, List<LeftOut> leftOut, List<JsonNode> records, Map<ReleaseName, List<JsonNode>> releases) {

    private static final Rule DELETED = Rule.of(
            "being-deleted",
            "It is being deleted.",
            (id, object, all) ->
                    Json.text(object, "metadata", "deletionTimestamp").isPresent());

    private static final List<Rule> RULES = Stream.of(
                    List.of(DELETED), ClusterRules.RULES, ControllerRules.RULES, ChartRules.RULES)
            .flatMap(List::stream)
            .toList();

    /** Copies the lists. */
    public Selection {
        kept = List.copyOf(kept);
        leftOut = List.copyOf(leftOut);
        records = List.copyOf(records);
    }

    /** Selects; an object that was listed twice, under two groups say, counts once. */
    public static Selection of(Collection<JsonNode> objects) {
        Map<ObjectId, JsonNode> sorted = once(objects);
        Listed all = new Listed(List.copyOf(sorted.values()));
        List<JsonNode> kept = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        List<JsonNode> records = new ArrayList<>();
        Map<ReleaseName, List<JsonNode>> releases = new LinkedHashMap<>();
        sorted.forEach((id, object) -> {
            Optional<Rule> rule = rule(id, object, all);
            rule.ifPresentOrElse(
                    left -> leftOut.add(leftOut(left.id(), left.reason(), object)), () -> kept.add(object));
            rule.map(Rule::id).ifPresent(left -> sort(left, object, records, releases));
        });
        return new Selection(kept, leftOut, records, releases);
    }

    private static Map<ObjectId, JsonNode> once(Collection<JsonNode> objects) {
        Map<ObjectId, JsonNode> sorted = new TreeMap<>();
        objects.forEach(object -> sorted.put(ObjectId.of(object), object));
        Set<String> seen = new HashSet<>();
        List<ObjectId> again = new ArrayList<>();
        List<Map.Entry<ObjectId, JsonNode>> oldGroupsLast = sorted.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().group().equals("extensions")))
                .toList();
        for (Map.Entry<ObjectId, JsonNode> entry : oldGroupsLast) {
            Optional<String> uid = Json.text(entry.getValue(), "metadata", "uid");
            if (uid.isPresent() && !seen.add(uid.get())) {
                again.add(entry.getKey());
            }
        }
        again.forEach(sorted::remove);
        return sorted;
    }

    private static void sort(
            String rule, JsonNode object, List<JsonNode> records, Map<ReleaseName, List<JsonNode>> releases) {
        if (rule.equals("helm-release-record")) {
            records.add(object);
        }
        if (rule.equals("owned-by-helm")) {
            ChartRules.release(object)
                    .ifPresent(name -> releases.computeIfAbsent(name, first -> new ArrayList<>())
                            .add(object));
        }
    }

    /** An object that was left out. */
    public static LeftOut leftOut(String rule, String reason, JsonNode object) {
        ObjectId id = ObjectId.of(object);
        return new LeftOut(
                rule, Json.text(object, "apiVersion").orElse(""), id.kind(), id.namespace(), id.name(), reason);
    }

    /** Whether people write objects of a group. */
    public static boolean isWorthReading(String group) {
        return !ClusterRules.ofCluster(group, "");
    }

    /** The kinds worth listing: one version of each, none that only the cluster writes. */
    public static List<ResourceType> worthListing(List<ResourceType> types) {
        Map<String, ResourceType> chosen = new LinkedHashMap<>();
        for (ResourceType type : types) {
            if (type.readable() && !ClusterRules.ofCluster(type.group(), type.kind())) {
                chosen.merge(type.resource(), type, (one, other) -> other.preferred() ? other : one);
            }
        }
        return List.copyOf(chosen.values());
    }

    /** The ids of what is kept. */
    public Set<ObjectId> ids() {
        Set<ObjectId> ids = new TreeSet<>();
        kept.forEach(object -> ids.add(ObjectId.of(object)));
        return ids;
    }

    private static Optional<Rule> rule(ObjectId id, JsonNode object, Listed all) {
        return RULES.stream()
                .filter(rule -> rule.test().applies(id, object, all))
                .findFirst();
    }
}

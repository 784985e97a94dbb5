package io.stackprofile.testkit.broken;

import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.LiveCluster;
import io.stackprofile.testkit.contract.ClusterAccessContract;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Mistakes that clusters make which hold objects instead of texts. */
final class LiveFaults {

    private LiveFaults() {}

    /** Clusters that lose something of what they were given. */
    static List<Broken> all() {
        return List.of(
                object(
                        "fields that the client's types do not know are dropped",
                        object -> without(object, "spec", "trafficDistribution")),
                object("empty values are dropped", object -> without(object, "data", "empty")),
                object("what a Secret was given as text is dropped", object -> without(object, "data", "greeting")),
                object("texts that look like numbers become numbers", LiveFaults::number),
                object("the last item of a list is dropped", LiveFaults::lastPort),
                object("labels are replaced", object -> without(object, "metadata", "labels")),
                stack("edges of live members are not read", spec -> spec.map(member -> member.withParents(List.of()))),
                stack("a member's second object is lost", LiveFaults::firstObjects));
    }

    private static Broken object(String fault, Consumer<Map<String, Object>> broken) {
        return broken(fault, broken, spec -> spec);
    }

    private static Broken stack(String fault, UnaryOperator<StackSpec> broken) {
        return broken(fault, object -> {}, broken);
    }

    private static Broken broken(String fault, Consumer<Map<String, Object>> object, UnaryOperator<StackSpec> stack) {
        return new Broken("CA-1", fault, () -> new ClusterAccessContract() {
            @Override
            protected ClusterAccess cluster(Map<String, StackSpec> stacks) {
                return new LiveCluster(stacks, object, stack);
            }

            @Override
            protected boolean live() {
                return true;
            }
        });
    }

    private static void without(Map<String, Object> object, String key, String field) {
        if (object.get(key) instanceof Map<?, ?> fields) {
            fields.remove(field);
        }
    }

    @SuppressWarnings("unchecked")
    private static void number(Map<String, Object> object) {
        if (object.get("data") instanceof Map<?, ?> data && data.containsKey("number-like")) {
            ((Map<String, Object>) data).put("number-like", 644L);
        }
    }

    private static void lastPort(Map<String, Object> object) {
        if (object.get("spec") instanceof Map<?, ?> spec && spec.get("ports") instanceof List<?> ports) {
            ports.remove(ports.size() - 1);
        }
    }

    private static StackSpec firstObjects(StackSpec spec) {
        return spec.map(member -> member.text()
                .map(text -> member.withText(text.split("\n---\n", 2)[0]))
                .orElse(member));
    }
}

package io.stackprofile.core.internal.suggest;

import io.stackprofile.parameter.ParameterSuggestion.Kind;
import io.stackprofile.yaml.YamlValue;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** How much of everything: replicas, storage, memory, processor time, retention; and the class of the storage. */
final class ScaleRule {

    private static final Set<String> REPLICAS = Set.of("replicas", "replicaCount", "minReplicas", "maxReplicas");
    private static final Set<String> RESOURCES = Set.of("requests", "limits");
    private static final Set<String> AMOUNTS = Set.of("storage", "cpu", "memory", "ephemeral-storage");
    private static final Set<String> STORAGE_CLASS = Set.of("storageClassName", "storageClass");
    private static final Set<String> RETENTION = Set.of("retention", "retentionSize", "retentionPeriod");
    private static final Set<String> VOLUMES =
            Set.of("persistence", "persistentVolume", "volume", "storage", "persistentVolumeClaim");
    private static final Pattern QUANTITY =
            Pattern.compile("[0-9]{1,18}(?:\\.[0-9]{1,9})?(?:m|k|M|G|T|P|Ki|Mi|Gi|Ti|Pi)?");
    private static final Pattern SPAN = Pattern.compile("(?:[0-9]{1,9}(?:ms|s|m|h|d|w|y|B|KB|MB|GB|TB))+");

    private ScaleRule() {}

    static void see(Literal literal, Consumer<Sighting> seen) {
        String key = literal.key();
        String text = literal.text();
        if (!literal.isWhole() || text.isEmpty()) {
            return;
        }
        if (STORAGE_CLASS.contains(key) && !text.equals("-")) {
            seen.accept(Sighting.whole(
                    Kind.STORAGE_CLASS, "class " + text, "storage_class", "A storage class of one cluster.", literal));
        } else if (REPLICAS.contains(key)
                && literal.scalar().value().kind() == YamlValue.Kind.INTEGER
                && !text.equals("0")) {
            seen.accept(own(Kind.REPLICAS, literal, "How many run depends on the environment's load."));
        } else if (isAmount(literal)) {
            seen.accept(own(Kind.SIZE, literal, "How much is needed depends on the environment's load."));
        } else if (RETENTION.contains(key)
                && (SPAN.matcher(text).matches() || QUANTITY.matcher(text).matches())) {
            seen.accept(own(Kind.SIZE, literal, "How long data is kept depends on the environment."));
        }
    }

    private static boolean isAmount(Literal literal) {
        String key = literal.key();
        boolean resource = AMOUNTS.contains(key) && RESOURCES.contains(literal.above(1));
        boolean volume = key.equals("size") && VOLUMES.contains(literal.above(1));
        return (resource || volume) && QUANTITY.matcher(literal.text()).matches();
    }

    /** A suggestion of its own: that two amounts are equal does not make them one. */
    private static Sighting own(Kind kind, Literal literal, String reason) {
        String group = kind + " " + literal.member() + "#" + literal.document() + "#" + literal.path();
        return Sighting.whole(kind, group, name(literal), reason, literal);
    }

    private static String name(Literal literal) {
        List<String> keys = literal.keys();
        String last = literal.key();
        String base = RESOURCES.contains(literal.above(1))
                ? last + "_" + literal.above(1).replaceAll("s$", "")
                : last.equals("size") ? literal.above(1) + "_size" : last;
        String component =
                literal.kind().isEmpty() && keys.size() > 1 && !isCommon(keys.get(0)) ? "_" + keys.get(0) : "";
        return literal.owner() + component + "_" + base;
    }

    private static boolean isCommon(String key) {
        return key.equals("resources") || key.equals("persistence") || key.equals("controller");
    }
}

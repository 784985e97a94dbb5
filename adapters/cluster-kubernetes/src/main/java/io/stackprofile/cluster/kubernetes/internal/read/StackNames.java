package io.stackprofile.cluster.kubernetes.internal.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.capture.LeftOut;
import io.stackprofile.cluster.kubernetes.internal.api.KubeApi;
import io.stackprofile.cluster.kubernetes.internal.api.ResourceType;
import io.stackprofile.cluster.kubernetes.internal.find.ObjectId;
import io.stackprofile.cluster.kubernetes.internal.find.Selection;
import io.stackprofile.cluster.kubernetes.internal.mark.Marks;
import io.stackprofile.error.ClusterException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The names of the stacks that labels tell of. Only metadata is asked for. */
public final class StackNames {

    /** The label by which Kubernetes recommends to name what an object is a part of. */
    public static final String PART_OF = "app.kubernetes.io/part-of";

    private StackNames() {}

    /** Whether labels can name a stack so. */
    public static boolean isName(String text) {
        return text.length() <= 63 && text.matches("[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?");
    }

    /**
     * The names, sorted.
     *
     * @throws ClusterException when the cluster does not answer, or nothing may be listed
     */
    public static Set<String> of(KubeApi api) {
        Gathered gathered = new Gathered();
        ObjectLists lists = new ObjectLists(api, gathered);
        api.discovery().refresh();
        List<ResourceType> types = Selection.worthListing(api.discovery().types());
        List<JsonNode> objects = new ArrayList<>();
        for (String label : List.of(PART_OF, Marks.STACK)) {
            for (ResourceType type : types) {
                lists.metadata(type, label, objects::add);
            }
        }
        gathered.refusal().ifPresent(refusal -> {
            throw refusal;
        });
        return names(objects);
    }

    // An object that this library put there is of that stack only.
    private static Set<String> names(List<JsonNode> objects) {
        Map<ObjectId, LeftOut> left = new HashMap<>();
        for (LeftOut each : Selection.of(objects).leftOut()) {
            left.put(new ObjectId(ObjectId.group(each.apiVersion()), each.kind(), each.namespace(), each.name()), each);
        }
        Set<String> names = new TreeSet<>();
        for (JsonNode object : objects) {
            Optional<LeftOut> reason = Optional.ofNullable(left.get(ObjectId.of(object)));
            // What a chart renders tells of an add-on of the stack.
            if (reason.filter(why -> !why.rule().equals("owned-by-helm")).isEmpty()) {
                Marks.label(object, Marks.STACK)
                        .or(() -> Marks.label(object, PART_OF))
                        .filter(name -> !name.isEmpty())
                        .ifPresent(names::add);
            }
        }
        return names;
    }
}

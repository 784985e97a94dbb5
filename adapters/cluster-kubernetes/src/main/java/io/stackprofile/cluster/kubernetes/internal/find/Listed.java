package io.stackprofile.cluster.kubernetes.internal.find;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What was listed together, as far as rules ask for it. */
final class Listed {

    private record Claims(Optional<String> namespace, String prefix) {}

    private final Set<Claims> claims = new HashSet<>();

    Listed(List<JsonNode> objects) {
        for (JsonNode object : objects) {
            ObjectId id = ObjectId.of(object);
            if (id.is("apps", "StatefulSet")) {
                for (JsonNode template : object.path("spec").path("volumeClaimTemplates")) {
                    Json.text(template, "metadata", "name")
                            .ifPresent(name -> claims.add(new Claims(id.namespace(), name + "-" + id.name())));
                }
            }
        }
    }

    /** Whether a claim's name is one that a listed StatefulSet gives: {@code TEMPLATE-SET-ORDINAL}. */
    boolean isClaimOfSet(ObjectId claim) {
        int dash = claim.name().lastIndexOf('-');
        return dash > 0
                && !claim.name().substring(dash + 1).isEmpty()
                && claim.name().substring(dash + 1).chars().allMatch(Character::isDigit)
                && claims.contains(new Claims(claim.namespace(), claim.name().substring(0, dash)));
    }
}

package io.stackprofile.benchmarks;

import io.stackprofile.yaml.YamlDocument;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shows that those who are compared give the same output. A benchmark of unequal work fails before it begins. */
final class Agreement {

    private static final JsonMapper JSON = new JsonMapper();

    private Agreement() {}

    /** Requires equal texts. */
    static void sameTexts(String who, List<String> ours, List<String> theirs) {
        require(ours.size() == theirs.size(), who, ours.size());
        for (int i = 0; i < ours.size(); i++) {
            require(ours.get(i).equals(theirs.get(i)), who, i);
        }
    }

    /** Requires texts that a YAML reader reads as equal trees. */
    static void sameTrees(String who, List<String> ours, List<String> theirs) {
        require(ours.size() == theirs.size(), who, ours.size());
        for (int i = 0; i < ours.size(); i++) {
            require(Engine.load(ours.get(i)).equals(Engine.load(theirs.get(i))), who, i);
        }
    }

    /** Requires that the documents of our texts are those JSON documents. */
    static void sameJson(String who, List<String> ours, List<String> theirs) {
        List<JsonNode> documents = trees(ours);
        require(documents.size() == theirs.size(), who, documents.size());
        for (int i = 0; i < theirs.size(); i++) {
            require(documents.get(i).equals(JSON.readTree(theirs.get(i))), who, i);
        }
    }

    /** Requires the same places of members. */
    static void sameMembers(String who, Set<Integer> wanted, Set<Integer> found) {
        Set<Integer> apart = new TreeSet<>(wanted);
        apart.addAll(found);
        apart.removeIf(place -> wanted.contains(place) && found.contains(place));
        require(apart.isEmpty(), who, apart.stream().findFirst().orElse(-1));
    }

    /** The documents of a text as JSON, as Kubernetes reads them. */
    static List<String> json(String text) {
        List<String> documents = new ArrayList<>();
        for (YamlDocument document : YamlFile.parse(text).documents()) {
            document.root().ifPresent(root -> documents.add(YamlJson.of(root)));
        }
        return documents;
    }

    /** The documents of texts as trees, as Kubernetes reads them. */
    static List<JsonNode> trees(List<String> texts) {
        return texts.stream()
                .flatMap(text -> json(text).stream())
                .map(JSON::readTree)
                .toList();
    }

    private static void require(boolean same, String who, int place) {
        if (!same) {
            throw new IllegalStateException(who + " does not give our output, first at " + place
                    + ". A comparison would measure unequal work.");
        }
    }
}

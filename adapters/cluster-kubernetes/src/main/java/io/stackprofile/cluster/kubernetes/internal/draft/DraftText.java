package io.stackprofile.cluster.kubernetes.internal.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stackprofile.StackDraftId;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import io.stackprofile.spi.cluster.DraftDocument;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A draft as one text: a line of JSON that says what follows, then the draft's document and its members' texts, one after
 * the other and to the character.
 */
final class DraftText {

    private static final int FORMAT = 1;

    private final JsonNode index;
    private final String text;
    private int at;

    private DraftText(JsonNode index, String text, int at) {
        this.index = index;
        this.text = text;
        this.at = at;
    }

    static String of(DraftDocument draft) {
        ObjectNode index = Json.object()
                .put("format", FORMAT)
                .put("draft", draft.id().toString())
                .put("stack", draft.stack())
                .put("document", draft.document().length());
        draft.spec().description().ifPresent(description -> index.put("description", description));
        StringBuilder texts = new StringBuilder(draft.document());
        ArrayNode members = index.putArray("members");
        for (Member member : draft.spec().members()) {
            members.add(entry(member));
            member.text().ifPresent(texts::append);
        }
        return ascii(Json.write(index)) + "\n" + texts;
    }

    // In strings only, so an escape says the same; half a surrogate pair in a name is kept too.
    private static String ascii(String json) {
        StringBuilder out = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            out.append(c < 0x7f ? Character.toString(c) : String.format("\\u%04x", (int) c));
        }
        return out.toString();
    }

    private static ObjectNode entry(Member member) {
        ObjectNode entry = Json.object().put("member", member.ref().toString());
        member.namespace().ifPresent(namespace -> entry.put("namespace", namespace));
        if (member instanceof Addon addon) {
            entry.put("chart", addon.chartName()).put("version", addon.chartVersion());
            addon.repositoryUrl().ifPresent(url -> entry.put("repository", url));
            addon.registryName().ifPresent(name -> entry.put("registry", name));
        }
        ArrayNode parents = entry.putArray("parents");
        member.parents().forEach(parent -> parents.add(parent.toString()));
        member.text().ifPresent(text -> entry.put("length", text.length()));
        return entry;
    }

    /**
     * The draft that a text tells of.
     *
     * @throws IllegalArgumentException when it is not one that {@link #of} makes
     */
    static DraftDocument read(StackDraftId id, String text) {
        int end = text.indexOf('\n');
        JsonNode index = Json.read(end < 0 ? "" : text.substring(0, end)).orElseThrow(IllegalArgumentException::new);
        if (index.path("format").asInt() != FORMAT
                || !index.path("draft").asText().equals(id.toString())) {
            throw new IllegalArgumentException("another draft");
        }
        DraftText reader = new DraftText(index, text, end + 1);
        String document = reader.next(index.path("document").asInt());
        return DraftDocument.builder()
                .id(id)
                .stack(index.path("stack").asText())
                .document(document)
                .spec(StackSpec.of(Json.text(index, "description"), reader.members()))
                .build();
    }

    private List<Member> members() {
        List<Member> members = new ArrayList<>();
        for (JsonNode entry : index.path("members")) {
            members.add(member(entry));
        }
        if (at != text.length()) {
            throw new IllegalArgumentException("more follows");
        }
        return members;
    }

    private Member member(JsonNode entry) {
        MemberRef ref = MemberRef.parse(entry.path("member").asText());
        Optional<String> content =
                entry.has("length") ? Optional.of(next(entry.path("length").asInt())) : Optional.empty();
        List<MemberRef> parents = new ArrayList<>();
        entry.path("parents").forEach(parent -> parents.add(MemberRef.parse(parent.asText())));
        return switch (ref.kind()) {
            case MANIFEST ->
                Manifest.builder()
                        .name(ref.name())
                        .namespace(Json.text(entry, "namespace"))
                        .content(content.orElseThrow(IllegalArgumentException::new))
                        .addAllParents(parents)
                        .build();
            case ADDON ->
                Addon.builder()
                        .name(ref.name())
                        .namespace(Json.text(entry, "namespace"))
                        .chartName(entry.path("chart").asText())
                        .chartVersion(entry.path("version").asText())
                        .repositoryUrl(Json.text(entry, "repository"))
                        .registryName(Json.text(entry, "registry"))
                        .values(content)
                        .addAllParents(parents)
                        .build();
        };
    }

    private String next(int length) {
        if (length < 0 || length > text.length() - at) {
            throw new IllegalArgumentException("shorter than it says");
        }
        at += length;
        return text.substring(at - length, at);
    }
}

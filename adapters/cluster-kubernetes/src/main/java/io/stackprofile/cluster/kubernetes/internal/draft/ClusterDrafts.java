package io.stackprofile.cluster.kubernetes.internal.draft;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.StackDraftId;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import io.stackprofile.cluster.kubernetes.internal.api.KubeApi;
import io.stackprofile.cluster.kubernetes.internal.draft.DraftObjects.Head;
import io.stackprofile.error.ClusterException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.spi.cluster.DraftDocument;
import io.stackprofile.spi.cluster.DraftHeading;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stack drafts on a cluster. A save writes pieces of its own and then, in one conditional write, the head that names it; so a
 * reader finds the earlier draft or the later one, whole. Pieces that no head names are left from a save that did not end;
 * they are taken away once they are older than any save takes. Thread-safe, also among processes.
 */
public final class ClusterDrafts {

    private static final Duration UNFINISHED = Duration.ofHours(1);
    private static final int ATTEMPTS = 20;

    private final KubeApi api;
    private final DraftNamespace namespace;
    private final InstantSource clock;
    private final int limit;
    private final AtomicReference<Instant> swept = new AtomicReference<>(Instant.EPOCH);

    /**
     * Drafts on one cluster.
     *
     * @param limit how many characters a draft may have
     */
    public ClusterDrafts(KubeApi api, String namespace, InstantSource clock, int limit) {
        this.api = api;
        this.namespace = new DraftNamespace(api, namespace);
        this.clock = clock;
        this.limit = limit;
    }

    /** Keeps a draft in place of the one with its id. */
    public void save(DraftDocument draft) {
        DraftChunks chunks = DraftChunks.of(DraftText.of(draft));
        String save = UUID.randomUUID().toString().substring(0, 8);
        for (int i = 0; i < chunks.pieces().size(); i++) {
            String name = DraftObjects.chunk(draft.id(), save, i);
            // One of this name is from this very save, whose acknowledgement was lost on the way.
            namespace.write(
                    "POST",
                    DraftObjects.chunk(draft.id(), save, i, chunks.pieces().get(i)),
                    name);
        }
        Head head = new Head(save, chunks.pieces().size(), chunks.sha256(), draft.stack(), "");
        Optional<Head> before = switchTo(draft.id(), head);
        before.ifPresent(earlier -> removeChunks(draft.id(), earlier));
        removeUnfinished();
    }

    private Optional<Head> switchTo(StackDraftId id, Head head) {
        Optional<Head> earlier = Optional.empty();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<JsonNode> standing = headObject(id);
            Optional<Head> named = standing.flatMap(DraftObjects::read);
            // Done before, and only the acknowledgement was lost.
            if (named.filter(counts -> counts.save().equals(head.save())).isPresent()) {
                return earlier;
            }
            earlier = named;
            String version = standing.flatMap(object -> Json.text(object, "metadata", "resourceVersion"))
                    .orElse("");
            Head next = new Head(head.save(), head.chunks(), head.sha256(), head.stack(), version);
            String method = standing.isEmpty() ? "POST" : "PUT";
            if (namespace
                    .write(method, DraftObjects.head(id, next), DraftObjects.head(id))
                    .isPresent()) {
                return earlier;
            }
        }
        throw new ClusterException(
                ErrorCode.CLUSTER_FAILED,
                "draft " + id + " was saved by others each time it was to be saved",
                "Save it again.",
                Location.unknown());
    }

    private Optional<JsonNode> headObject(StackDraftId id) {
        return api.get(DraftObjects.CONFIG_MAPS, namespace.name(), DraftObjects.head(id));
    }

    /** A draft, if it was saved. */
    public Optional<DraftDocument> find(StackDraftId id) {
        Optional<Head> head = head(id);
        for (int attempt = 0; head.isPresent(); attempt++) {
            Optional<List<String>> pieces = pieces(id, head.get());
            if (pieces.isPresent()) {
                return Optional.of(
                        read(id, new DraftChunks(pieces.get(), head.get().sha256())));
            }
            // Replaced while it was read, unless the same head still stands.
            Optional<Head> again = head(id);
            if (again.equals(head) || attempt == ATTEMPTS) {
                throw damaged(id);
            }
            head = again;
        }
        return Optional.empty();
    }

    private Optional<Head> head(StackDraftId id) {
        return headObject(id).map(object -> DraftObjects.read(object).orElseThrow(() -> damaged(id)));
    }

    private Optional<List<String>> pieces(StackDraftId id, Head head) {
        List<String> pieces = new ArrayList<>();
        for (int i = 0; i < head.chunks(); i++) {
            Optional<String> piece = api.get(
                            DraftObjects.CONFIG_MAPS, namespace.name(), DraftObjects.chunk(id, head.save(), i))
                    .flatMap(object -> Json.text(object, "binaryData", "chunk"));
            if (piece.isEmpty()) {
                return Optional.empty();
            }
            pieces.add(piece.get());
        }
        return Optional.of(pieces);
    }

    private DraftDocument read(StackDraftId id, DraftChunks chunks) {
        try {
            return DraftText.read(id, chunks.text(limit));
        } catch (IllegalArgumentException other) {
            throw damaged(id);
        }
    }

    private static InvalidContentException damaged(StackDraftId id) {
        return new InvalidContentException(
                ErrorCode.MALFORMED,
                "draft " + id + " on the cluster is not as it was written",
                "Discard the draft and make it again.",
                Location.unknown());
    }

    /** The drafts that are kept, by id. */
    public List<DraftHeading> list() {
        List<DraftHeading> headings = new ArrayList<>();
        for (JsonNode object : part(DraftObjects.HEAD)) {
            DraftObjects.id(object)
                    .flatMap(id -> DraftObjects.read(object).map(head -> new DraftHeading(id, head.stack())))
                    .ifPresent(headings::add);
        }
        headings.sort(Comparator.comparing(heading -> heading.id().toString()));
        return headings;
    }

    /** Removes a draft; one that is not there is no error. */
    public void delete(StackDraftId id) {
        Optional<JsonNode> standing = headObject(id);
        if (standing.isPresent()) {
            namespace.delete(DraftObjects.head(id));
            standing.flatMap(DraftObjects::read).ifPresent(head -> removeChunks(id, head));
        }
    }

    private void removeChunks(StackDraftId id, Head head) {
        for (int i = 0; i < head.chunks(); i++) {
            namespace.delete(DraftObjects.chunk(id, head.save(), i));
        }
    }

    private void removeUnfinished() {
        Instant now = clock.instant();
        Instant last = swept.getAndUpdate(before -> before.plus(UNFINISHED).isBefore(now) ? now : before);
        if (last.plus(UNFINISHED).isBefore(now)) {
            Set<String> counting = new HashSet<>();
            for (JsonNode head : part(DraftObjects.HEAD)) {
                DraftObjects.read(head).ifPresent(named -> counting.add(name(head) + "-" + named.save()));
            }
            api
                    .metadata(DraftObjects.CONFIG_MAPS, namespace.name(), DraftObjects.PART + "=" + DraftObjects.CHUNK)
                    .stream()
                    .filter(this::old)
                    .map(ClusterDrafts::name)
                    .filter(name -> !counting.contains(name.substring(0, Math.max(0, name.lastIndexOf('-')))))
                    .forEach(namespace::delete);
        }
    }

    private List<JsonNode> part(String part) {
        return api.list(DraftObjects.CONFIG_MAPS, namespace.name(), DraftObjects.PART + "=" + part);
    }

    private static String name(JsonNode object) {
        return Json.text(object, "metadata", "name").orElse("");
    }

    private boolean old(JsonNode object) {
        try {
            return Json.text(object, "metadata", "creationTimestamp")
                    .map(Instant::parse)
                    .filter(made -> made.plus(UNFINISHED).isBefore(clock.instant()))
                    .isPresent();
        } catch (DateTimeException other) {
            return false;
        }
    }
}

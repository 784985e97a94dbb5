package io.stackprofile.cluster.kubernetes.internal.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.capture.LeftOut;
import io.stackprofile.cluster.kubernetes.internal.api.KubeApi;
import io.stackprofile.cluster.kubernetes.internal.find.ObjectId;
import io.stackprofile.cluster.kubernetes.internal.find.Selection;
import io.stackprofile.cluster.kubernetes.internal.helm.Release;
import io.stackprofile.cluster.kubernetes.internal.helm.Releases;
import io.stackprofile.cluster.kubernetes.internal.source.SourcePart;
import io.stackprofile.error.ClusterException;
import io.stackprofile.error.Finding;
import io.stackprofile.error.Severity;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads stacks from one API server. Thread-safe. */
public final class StackReader {

    private static final Logger LOG = LoggerFactory.getLogger(StackReader.class);

    private final KubeApi api;
    private final ReadOptions options;

    /** A reader of one cluster. */
    public StackReader(KubeApi api, ReadOptions options) {
        this.api = api;
        this.options = options;
    }

    /**
     * Reads a stack.
     *
     * @throws ClusterException when the cluster does not answer, or none of what the stack may be in may be read
     */
    public StackState read(String stack, List<SourcePart> source) {
        Gathered gathered = new Gathered();
        api.discovery().refresh();
        new Gatherer(api, stack, gathered).gather(source);
        gathered.refusal().ifPresent(refusal -> {
            throw refusal;
        });
        Selection selection = Selection.of(gathered.listed().values());
        Releases releases = releases(gathered, selection);
        Map<ObjectId, JsonNode> objects = new LinkedHashMap<>(gathered.named());
        selection.kept().forEach(object -> objects.put(ObjectId.of(object), object));
        References references = new References(api);
        AddonMembers addons = addons(objects, references, releases.deployed(), selection);
        MemberReading reading = MemberReading.of(stack, objects.values(), addons);
        gathered.noticed(releases.findings());
        gathered.noticed(reading.findings());
        gathered.noticed(unavailable());
        selection.leftOut().stream()
                .filter(left -> !objects.containsKey(id(left)))
                .forEach(gathered::leftOut);
        reading.leftOut().forEach(gathered::leftOut);
        return state(stack, gathered, reading, releases.deployed(), known(stack, references, releases, selection));
    }

    private Releases releases(Gathered gathered, Selection selection) {
        new HelmRecords(new ObjectLists(api, gathered), gathered)
                .fetch(selection.releases().keySet(), selection.records());
        Map<ObjectId, JsonNode> records = new LinkedHashMap<>();
        selection.records().forEach(record -> records.put(ObjectId.of(record), record));
        gathered.records().forEach(record -> records.put(ObjectId.of(record), record));
        return Releases.of(records.values(), options.recordLimit());
    }

    private AddonMembers addons(
            Map<ObjectId, JsonNode> objects, References references, List<Release> releases, Selection selection) {
        AddonMembers addons = new AddonMembers(options.repositories());
        addons.operated(objects.values(), references.among(objects.values()));
        addons.released(releases, selection.releases());
        return addons;
    }

    private Function<List<JsonNode>, StackSpec> known(
            String stack, References references, Releases releases, Selection selection) {
        return objects -> {
            AddonMembers addons = new AddonMembers(options.repositories());
            addons.operated(objects, references.known(objects));
            addons.released(releases.deployed(), selection.releases());
            return MemberReading.of(stack, objects, addons).spec();
        };
    }

    private List<Finding> unavailable() {
        Gathered notices = new Gathered();
        api.discovery().unavailable().stream()
                .filter(version -> Selection.isWorthReading(ObjectId.group(version)))
                .forEach(group -> notices.noticed(
                        Severity.WARNING,
                        "api-group-down",
                        "the server behind API group " + group + " does not answer, so that its objects are not read",
                        "Look at its APIService, or remove it."));
        return notices.findings();
    }

    private static ObjectId id(LeftOut left) {
        return new ObjectId(ObjectId.group(left.apiVersion()), left.kind(), left.namespace(), left.name());
    }

    private StackState state(
            String stack,
            Gathered gathered,
            MemberReading reading,
            List<Release> releases,
            Function<List<JsonNode>, StackSpec> known) {
        String fingerprint = Fingerprint.of(
                stack, reading.own(), releases.stream().map(Release::record).toList());
        List<LeftOut> leftOut = told(gathered);
        LOG.debug(
                "read stack {}: {} members of {} objects, {} left out",
                stack,
                reading.spec().members().size(),
                reading.own().size(),
                leftOut.size());
        Optional<StackSnapshot> snapshot = reading.spec().members().isEmpty()
                ? Optional.empty()
                : Optional.of(StackSnapshot.builder()
                        .name(stack)
                        .spec(reading.spec())
                        .live(true)
                        .putAllMarks(reading.marks())
                        .addAllLeftOut(leftOut)
                        .addAllWarnings(gathered.findings())
                        .fingerprint(fingerprint)
                        .build());
        return new StackState(snapshot, fingerprint, reading.own(), known);
    }

    private List<LeftOut> told(Gathered gathered) {
        List<LeftOut> all = new ArrayList<>(gathered.leftOut());
        int more = all.size() - options.leftOutLimit();
        if (more <= 0) {
            return all;
        }
        gathered.noticed(
                Severity.INFO,
                "left-out-shortened",
                more + " more objects are no part of the stack, and not told one by one",
                "Read a smaller source, such as one namespace.");
        return all.subList(0, options.leftOutLimit());
    }
}

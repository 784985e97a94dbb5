package io.stackprofile.cluster.kubernetes.internal.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.cluster.kubernetes.internal.api.KubeApi;
import io.stackprofile.cluster.kubernetes.internal.api.ResourceType;
import io.stackprofile.cluster.kubernetes.internal.find.ObjectId;
import io.stackprofile.cluster.kubernetes.internal.find.Selection;
import io.stackprofile.cluster.kubernetes.internal.gitops.ArgoApplications;
import io.stackprofile.cluster.kubernetes.internal.gitops.FluxInventory;
import io.stackprofile.cluster.kubernetes.internal.gitops.FluxReleases;
import io.stackprofile.cluster.kubernetes.internal.mark.Marks;
import io.stackprofile.cluster.kubernetes.internal.source.SourcePart;
import io.stackprofile.error.ClusterException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks where a stack's objects are said to be. */
final class Gatherer {

    // From so many objects of a kind in a namespace on, one list asks less of the server than a request for each.
    private static final int WORTH_A_LIST = 4;

    private record Place(ResourceType type, Optional<String> namespace) {}

    private final KubeApi api;
    private final Gathered gathered;
    private final ObjectLists lists;
    private final List<ResourceType> types;
    private final String stack;

    Gatherer(KubeApi api, String stack, Gathered gathered) {
        this.api = api;
        this.stack = stack;
        this.gathered = gathered;
        this.lists = new ObjectLists(api, gathered);
        this.types = Selection.worthListing(api.discovery().types());
    }

    void gather(List<SourcePart> parts) {
        for (SourcePart part : parts) {
            if (part instanceof SourcePart.Listing listing) {
                listing(listing);
            } else if (part instanceof SourcePart.Objects objects) {
                fetch(objects.ids(), gathered::named);
            } else if (part instanceof SourcePart.Operated operated) {
                operated(operated);
            }
        }
        if (!parts.isEmpty() && StackNames.isName(stack)) {
            marked(parts);
        }
    }

    // What was committed to the stack is its own. A stack of namespaces has it there, or in the cluster as a whole.
    private void marked(List<SourcePart> parts) {
        List<SourcePart.Listing> listings = parts.stream()
                .filter(SourcePart.Listing.class::isInstance)
                .map(SourcePart.Listing.class::cast)
                .toList();
        boolean everywhere =
                listings.stream().allMatch(listing -> listing.namespaces().isEmpty());
        List<ResourceType> wanted = everywhere
                ? types
                : types.stream().filter(type -> !type.namespaced()).toList();
        lists.listIfAllowed(wanted, Marks.STACK + "=" + stack, gathered::listed);
    }

    private void listing(SourcePart.Listing listing) {
        lists.list(types, listing.namespaces(), listing.selector(), object -> {
            Optional<String> other = Marks.label(object, Marks.STACK).filter(name -> !name.equals(stack));
            if (other.isPresent() && !listing.selector().isEmpty()) {
                gathered.leftOut(Selection.leftOut("of-another-stack", "It was put there for another stack.", object));
            } else {
                gathered.listed(object);
            }
        });
    }

    private void operated(SourcePart.Operated part) {
        switch (part.kind()) {
            case HELM_RELEASE -> new HelmRecords(lists, gathered).fetch(part.namespace(), part.names());
            case FLUX_RELEASE -> operators(part, FluxReleases.GROUP, "HelmRelease", gathered::named);
            case FLUX_KUSTOMIZATION ->
                operators(
                        part,
                        FluxInventory.GROUP,
                        "Kustomization",
                        object -> fetch(FluxInventory.managed(object), gathered::listed));
            case ARGO_APPLICATION -> operators(part, ArgoApplications.GROUP, "Application", this::application);
        }
    }

    private void application(JsonNode application) {
        boolean charts = !ArgoApplications.charts(application).isEmpty();
        if (charts && !ArgoApplications.appliesMore(application)) {
            gathered.named(application);
            return;
        }
        if (charts) {
            gathered.noticed(
                    Severity.WARNING,
                    "mixed-sources",
                    ObjectId.of(application).describe()
                            + " installs a chart and applies other objects; all of them are read as objects",
                    "Make two applications of it to have the chart as an add-on.");
        }
        fetch(ArgoApplications.managed(application), gathered::listed);
    }

    private void operators(SourcePart.Operated part, String group, String kind, Consumer<JsonNode> found) {
        Optional<ResourceType> type = type(group, kind);
        if (type.isEmpty()) {
            notServed(group, kind);
        } else if (part.names().isEmpty()) {
            lists.list(type.get(), Optional.of(part.namespace()), "", found);
        } else {
            fetch(
                    part.names().stream()
                            .map(name -> new ObjectId(group, kind, Optional.of(part.namespace()), name))
                            .toList(),
                    found);
        }
    }

    /** Asks for objects by name, or for all of a kind in a namespace when that is less. */
    private void fetch(Collection<ObjectId> ids, Consumer<JsonNode> found) {
        Map<Place, List<ObjectId>> places = new LinkedHashMap<>();
        for (ObjectId id : ids) {
            type(id.group(), id.kind())
                    .ifPresentOrElse(
                            type -> places.computeIfAbsent(new Place(type, id.namespace()), first -> new ArrayList<>())
                                    .add(id),
                            () -> notServed(id.group(), id.kind()));
        }
        places.forEach((place, wanted) -> {
            if (wanted.size() < WORTH_A_LIST) {
                wanted.forEach(id -> get(place, id).ifPresentOrElse(found, () -> missing(id)));
            } else {
                fetchListed(place, new ArrayList<>(wanted), found);
            }
        });
    }

    private void fetchListed(Place place, List<ObjectId> wanted, Consumer<JsonNode> found) {
        boolean before = gathered.refusal().isPresent();
        lists.list(place.type(), place.namespace(), "", object -> {
            if (wanted.remove(ObjectId.of(object))) {
                found.accept(object);
            }
        });
        if (before == gathered.refusal().isPresent()) {
            wanted.forEach(this::missing);
        }
    }

    private Optional<JsonNode> get(Place place, ObjectId id) {
        try {
            Optional<JsonNode> object = api.get(place.type(), place.namespace(), id.name());
            gathered.answered();
            return object;
        } catch (ClusterException failure) {
            if (failure.code() != ErrorCode.CLUSTER_FORBIDDEN) {
                throw failure;
            }
            gathered.refused(failure);
            return Optional.empty();
        }
    }

    private Optional<ResourceType> type(String group, String kind) {
        return types.stream()
                .filter(type -> type.group().equals(group) && type.kind().equals(kind))
                .findFirst();
    }

    private void missing(ObjectId id) {
        gathered.noticed(
                Severity.WARNING,
                "object-missing",
                id.describe() + " is not there, or may not be read",
                "Take it out of the stack's source, or put it there.");
    }

    private void notServed(String group, String kind) {
        gathered.noticed(
                Severity.WARNING,
                "kind-not-served",
                "the cluster serves no " + kind + " of group '" + group + "' that can be listed",
                "Install its CustomResourceDefinition, or take it out of the stack's source.");
    }
}

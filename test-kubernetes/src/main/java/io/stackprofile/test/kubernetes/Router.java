package io.stackprofile.test.kubernetes;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes a request to what answers it. Whoever calls holds the cluster's lock. */
final class Router {

    /** What the server reads of a body. */
    private static final int LIMIT = 3 * 1024 * 1024;

    private final Cluster cluster;
    private final Access access;
    private final Discovery discovery;
    private final Writes writes;
    final Reads reads;
    private final Deletes deletes;
    private final Scales scales;

    Router(Cluster cluster, Access access, String version) {
        this.cluster = cluster;
        this.access = access;
        discovery = new Discovery(cluster.types, version);
        writes = new Writes(cluster, access);
        reads = new Reads(cluster, writes);
        deletes = new Deletes(cluster, writes);
        scales = new Scales(writes, cluster);
    }

    Answer answer(ApiRequest request) {
        try {
            return route(request);
        } catch (Failure e) {
            return Answer.of(e);
        }
    }

    private Answer route(ApiRequest request) {
        if (request.body().length() > LIMIT) {
            throw Failure.of(413, "RequestEntityTooLarge", "Request entity too large: limit is " + LIMIT);
        }
        Answer other = outsideResources(request);
        if (other != null) {
            return other;
        }
        Target target;
        try {
            target = Target.of(request.path(), cluster.types);
        } catch (Failure e) {
            access.checkPath(request);
            throw e;
        }
        String verb = verb(request, target);
        access.check(request, target, verb);
        return switch (verb) {
            case "get" -> target.subresource().equals("scale") ? scales.get(target) : reads.get(target);
            case "list" -> list(request, target);
            case "create" -> writes.create(request, target, body(request));
            case "update" -> update(request, target);
            case "patch" -> patch(request, target);
            case "delete" -> deletes.delete(request, target);
            default -> deletes.deleteCollection(request, target, reads.matching(request, target));
        };
    }

    private @Nullable Answer outsideResources(ApiRequest request) {
        if (request.path().equals("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews")) {
            return Answer.of(201, review(request));
        }
        if (!request.method().equals("GET")) {
            return null;
        }
        if (request.path().matches("/(healthz|livez|readyz)")) {
            return Answer.of(200, tools.jackson.databind.node.StringNode.valueOf("ok"));
        }
        if (request.path().matches("/(version|api|apis)|/api/[^/]+|/apis/[^/]+(/[^/]+)?")) {
            access.checkPath(request);
            ObjectNode found = discovery.at(request.path(), request.header("accept"));
            return found == null ? null : Answer.of(200, found);
        }
        return null;
    }

    private ObjectNode review(ApiRequest request) {
        ObjectNode review = body(request);
        ObjectNode asked = Json.child(review, "spec", "resourceAttributes");
        String subresource = Json.text(asked, "subresource");
        String resource = Json.text(asked, "resource") + (subresource.isEmpty() ? "" : "/" + subresource);
        boolean allowed = access.may(
                request, Json.text(asked, "verb"), Json.text(asked, "group"), resource, Json.text(asked, "namespace"));
        review.putObject("status").put("allowed", allowed);
        return review;
    }

    private static String verb(ApiRequest request, Target target) {
        boolean one = !target.name().isEmpty();
        return switch (request.method()) {
            case "GET" -> one ? "get" : "list";
            case "POST" -> one ? notAllowed() : "create";
            case "PUT" -> one ? "update" : notAllowed();
            case "PATCH" -> one ? "patch" : notAllowed();
            case "DELETE" -> one && target.subresource().isEmpty() ? "delete" : one ? notAllowed() : "deletecollection";
            default -> notAllowed();
        };
    }

    private static String notAllowed() {
        throw Failure.of(405, "MethodNotAllowed", "the server does not allow this method on the requested resource");
    }

    private Answer list(ApiRequest request, Target target) {
        if (request.parameter("watch").equals("true")) {
            throw Failure.of(405, "MethodNotAllowed", "watch is not supported on resources of this server");
        }
        return reads.list(request, target);
    }

    private Answer update(ApiRequest request, Target target) {
        return switch (target.subresource()) {
            case "finalize" -> deletes.finalizeNamespace(target, body(request));
            case "scale" -> scales.change(request, target, body(request));
            default -> writes.replace(request, target, body(request));
        };
    }

    private Answer patch(ApiRequest request, Target target) {
        String type = request.header("content-type").split(";", -1)[0].trim();
        boolean scale = target.subresource().equals("scale");
        if (type.equals("application/apply-patch+yaml")) {
            ObjectNode body = Json.readYaml(bytes(request));
            return scale ? scales.change(request, target, body) : writes.apply(request, target, body);
        }
        if (scale) {
            return scales.change(
                    request,
                    target,
                    patched(type, request, target, scales.get(target).body()));
        }
        return writes.patch(request, target, live -> patched(type, request, target, live));
    }

    private static ObjectNode patched(String type, ApiRequest request, Target target, JsonNode live) {
        ObjectNode object = (ObjectNode) live;
        return switch (type) {
            case "application/merge-patch+json" -> MergePatch.apply(object, body(request));
            case "application/json-patch+json" -> JsonPatch.apply(object, Json.readAny(bytes(request)));
            case "application/strategic-merge-patch+json" -> {
                if (target.type().custom()) {
                    throw unsupported();
                }
                yield StrategicPatch.apply(object, body(request), target.type().schema());
            }
            default -> throw unsupported();
        };
    }

    private static Failure unsupported() {
        return Failure.of(
                415,
                "UnsupportedMediaType",
                "the body of the request was in an unknown format - accepted media types include:"
                        + " application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml");
    }

    private static ObjectNode body(ApiRequest request) {
        String type = request.header("content-type");
        return type.contains("yaml") ? Json.readYaml(bytes(request)) : Json.read(bytes(request));
    }

    private static byte[] bytes(ApiRequest request) {
        return request.body().getBytes(StandardCharsets.UTF_8);
    }
}

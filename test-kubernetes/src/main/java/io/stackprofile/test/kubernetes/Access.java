package io.stackprofile.test.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who a bearer token is, and what they may do. Thread-safe. */
final class Access {

    /** A user and their rules. */
    record User(String name, List<Rule> rules) {}

    private static final User ANONYMOUS = new User("system:anonymous", List.of());

    private final Map<String, User> users = new ConcurrentHashMap<>();

    void add(String token, User user) {
        users.put(token, user);
    }

    void expire(String token) {
        users.remove(token);
    }

    /** The user of a request; an unknown or expired token is not let in. */
    User user(ApiRequest request) {
        String header = request.header("authorization");
        if (header.isEmpty()) {
            return ANONYMOUS;
        }
        User user = header.startsWith("Bearer ") ? users.get(header.substring(7)) : null;
        if (user == null) {
            throw Failure.of(401, "Unauthorized", "Unauthorized");
        }
        return user;
    }

    void check(ApiRequest request, Target target, String verb) {
        User user = user(request);
        if (!may(user, target, verb)) {
            throw forbidden(user, target, verb);
        }
    }

    private static boolean may(User user, Target target, String verb) {
        String group = target.type().group();
        return user.rules().stream().anyMatch(rule -> rule.allows(verb, group, resource(target), target.namespace()));
    }

    /** Whether a user may do what a SelfSubjectAccessReview asks for. */
    boolean may(ApiRequest request, String verb, String group, String resource, String namespace) {
        return user(request).rules().stream().anyMatch(rule -> rule.allows(verb, group, resource, namespace));
    }

    private static String resource(Target target) {
        String plural = target.type().plural();
        return target.subresource().isEmpty() ? plural : plural + "/" + target.subresource();
    }

    private static Failure forbidden(User user, Target target, String verb) {
        String where = target.namespace().isEmpty()
                ? "at the cluster scope"
                : "in the namespace \"" + target.namespace() + "\"";
        return Failure.forbidden(
                target.type(),
                target.name(),
                "User \"" + user.name() + "\" cannot " + verb + " resource \"" + resource(target) + "\" in API group \""
                        + target.type().group() + "\" " + where);
    }

    /** Paths outside resources are open to everyone who is known. */
    void checkPath(ApiRequest request) {
        User user = user(request);
        boolean open = List.of("/version", "/healthz", "/livez", "/readyz").contains(request.path());
        if (user.equals(ANONYMOUS) && !open) {
            throw Failure.of(
                    403,
                    "Forbidden",
                    "forbidden: User \"system:anonymous\" cannot get path \"" + request.path() + "\"");
        }
    }
}

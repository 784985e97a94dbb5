package io.stackprofile.test.kubernetes;

/** The options of a write, checked. */
record Options(String manager, boolean dryRun, boolean force, String validation) {

    private static final String KIND = ".meta.k8s.io \"\" is invalid: ";

    static Options of(ApiRequest request) {
        String dryRun = request.parameter("dryRun");
        if (!dryRun.isEmpty() && !dryRun.equals("All")) {
            throw invalid(request, "dryRun: Unsupported value: \"" + dryRun + "\": supported values: \"All\"");
        }
        String validation = request.parameter("fieldValidation");
        if (!java.util.List.of("", "Ignore", "Warn", "Strict").contains(validation)) {
            throw invalid(
                    request,
                    "fieldValidation: Unsupported value: supported values: \"\", \"Ignore\", \"Strict\", \"Warn\"");
        }
        boolean force = request.parameter("force").equals("true");
        if (force && !request.isApply()) {
            throw invalid(request, "force: Forbidden: may not be specified for non-apply patch");
        }
        String manager = request.parameter("fieldManager");
        if (manager.isEmpty() && request.isApply()) {
            throw invalid(request, "fieldManager: Required value: is required for apply patch");
        }
        if (manager.length() > 128) {
            throw invalid(request, "fieldManager: Too long: may not be more than 128 bytes");
        }
        return new Options(manager.isEmpty() ? agent(request) : manager, !dryRun.isEmpty(), force, validation);
    }

    private static String agent(ApiRequest request) {
        String first = request.header("user-agent").split("/", 2)[0];
        return first.length() > 128 ? first.substring(0, 128) : first;
    }

    private static Failure invalid(ApiRequest request, String message) {
        String kind = switch (request.method()) {
            case "POST" -> "CreateOptions";
            case "PUT" -> "UpdateOptions";
            case "PATCH" -> "PatchOptions";
            default -> "DeleteOptions";
        };
        return Failure.of(422, "Invalid", kind + KIND + message);
    }
}

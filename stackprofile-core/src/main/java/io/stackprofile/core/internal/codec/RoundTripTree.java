package io.stackprofile.core.internal.codec;

import io.stackprofile.capture.Residual;
import io.stackprofile.capture.RoundTrip;
import io.stackprofile.core.internal.tree.Entries;
import io.stackprofile.core.internal.tree.Fields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The proof that a template gives its source back, as a tree. */
final class RoundTripTree {

    private static final List<String> PROOF = List.of("members", "commentsBefore", "commentsAfter", "residuals");
    private static final List<String> RESIDUAL = List.of("kind", "location");

    private RoundTripTree() {}

    static Map<String, Object> of(RoundTrip proof) {
        return new Entries()
                .put("members", (long) proof.members())
                .put("commentsBefore", (long) proof.commentsBefore())
                .put("commentsAfter", (long) proof.commentsAfter())
                .put("residuals", proof.residuals(), RoundTripTree::of)
                .map();
    }

    static RoundTrip read(@Nullable Object tree, String path) {
        Fields fields = Fields.of(tree, path, PROOF);
        return RoundTrip.builder()
                .members(fields.number("members"))
                .commentsBefore(fields.number("commentsBefore"))
                .commentsAfter(fields.number("commentsAfter"))
                .addAllResiduals(fields.list("residuals", RoundTripTree::residual))
                .build();
    }

    private static Map<String, Object> of(Residual residual) {
        return new Entries()
                .put("kind", residual.kind().label())
                .put("location", LocationTree.of(residual.location()))
                .map();
    }

    private static Residual residual(@Nullable Object tree, String path) {
        Fields fields = Fields.of(tree, path, RESIDUAL);
        return new Residual(
                fields.choice("kind", Residual.Kind.values()), fields.value("location", LocationTree::read));
    }
}

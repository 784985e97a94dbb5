package io.stackprofile.samples.cli.print;

import io.stackprofile.error.Finding;
import io.stackprofile.instantiation.LostBinding;
import io.stackprofile.instantiation.MigrationTurn;
import io.stackprofile.instantiation.ParameterOrigin;
import io.stackprofile.instantiation.ParameterOrigin.Source;
import io.stackprofile.instantiation.UpdatePreview;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.parameter.SecretRef;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Shows what an update would bind. */
public final class UpdateText {

    private UpdateText() {}

    /** Where each value comes from, then what is asked, then what is lost. */
    public static String preview(UpdatePreview preview) {
        StringBuilder text = new StringBuilder(new Fields()
                .add("instance", preview.instantiationId())
                .add("from", "v" + preview.fromVersion())
                .add("to", "v" + preview.toVersion())
                .render());
        Table origins = Table.of("PARAMETER", "VALUE", "FROM");
        preview.parameters().forEach(origin -> origins.row(origin.parameter(), value(origin), from(origin)));
        text.append('\n').append(origins.render());
        if (!open(preview).isEmpty()) {
            text.append('\n').append(FindingText.list(open(preview)));
        }
        if (!preview.lost().isEmpty()) {
            text.append('\n').append(lost(preview.lost()));
        }
        if (!preview.members().isEmpty()) {
            text.append('\n').append(InstanceText.plan(preview.members()));
        }
        if (!preview.conflicts().isEmpty()) {
            text.append('\n').append(ConflictText.list(preview.conflicts()));
        }
        return text.append('\n').append(verdict(preview)).toString();
    }

    private static String verdict(UpdatePreview preview) {
        if (preview.targetGone()) {
            return "The stack is not on the target any more; instantiate it again.\n";
        }
        if (preview.complete()) {
            return "The update can be made.\n";
        }
        return open(preview).isEmpty() ? "Conflicts with the target have to be settled.\n" : "The update has to ask.\n";
    }

    private static List<Finding> open(UpdatePreview preview) {
        return Stream.concat(
                        preview.asked().stream().flatMap(origin -> origin.findings().stream()),
                        preview.findings().stream())
                .toList();
    }

    private static String value(ParameterOrigin origin) {
        return origin.binding()
                .map(binding -> binding.value()
                        .map(ParameterValue::toString)
                        .orElseGet(() ->
                                binding.secretRef().map(SecretRef::toString).orElse("-")))
                .orElse("-");
    }

    private static String from(ParameterOrigin origin) {
        List<String> parts = new ArrayList<>();
        boolean bare = origin.source() == Source.CARRIED && origin.from().isEmpty();
        if (!bare) {
            parts.add(ProfileText.word(origin.source())
                    + (origin.from().isEmpty() ? "" : " from " + String.join(", ", origin.from())));
        }
        origin.turns().stream().map(UpdateText::turn).forEach(parts::add);
        return String.join("; ", parts);
    }

    private static String turn(MigrationTurn turn) {
        return ProfileText.word(turn.kind()) + " to " + turn.to() + " in v" + turn.version();
    }

    private static String lost(List<LostBinding> lost) {
        Table table = Table.of("LOST", "IN", "WHY");
        lost.forEach(binding -> table.row(binding.parameter(), "v" + binding.version(), binding.message()));
        return table.render();
    }
}

package io.stackprofile.samples.cli;

import io.stackprofile.draft.MergeResolution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** How conflicts are settled, by their ids. */
final class ConflictOptions {

    /** What a hint says of these options. */
    static final String HOW = " --ours CONFLICT, --theirs CONFLICT or --value CONFLICT=VALUE";

    @Option(
            names = "--ours",
            paramLabel = "CONFLICT",
            description = "Settle a conflict with what is here: in the draft that is rebased, on the target that is"
                    + " updated. May be repeated.")
    private List<String> ours = new ArrayList<>();

    @Option(
            names = "--theirs",
            paramLabel = "CONFLICT",
            description = "Settle one with what the version has. May be repeated.")
    private List<String> theirs = new ArrayList<>();

    @Option(
            names = "--value",
            paramLabel = "CONFLICT=VALUE",
            description = "Settle one with another value. May be repeated.")
    private List<String> values = new ArrayList<>();

    Map<String, MergeResolution> resolutions() {
        Map<String, MergeResolution> resolutions = new LinkedHashMap<>();
        ours.forEach(id -> resolutions.put(id, MergeResolution.ours()));
        theirs.forEach(id -> resolutions.put(id, MergeResolution.theirs()));
        for (String text : values) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw new UsageException("a conflict is settled by CONFLICT=VALUE", "Write '=' and the value.");
            }
            resolutions.put(
                    text.substring(0, equals), MergeResolution.value(ValueSyntax.value(text.substring(equals + 1))));
        }
        return resolutions;
    }
}

package io.stackprofile.samples.cli.print;

import io.stackprofile.Page;
import io.stackprofile.profile.Profile;
import io.stackprofile.profile.ProfileSummary;
import io.stackprofile.profile.UpdateStatus;
import io.stackprofile.profile.VersionSummary;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Collectors;

/** Shows profiles. */
public final class ProfileText {

    private ProfileText() {}

    /** A listing, one profile a line. */
    public static String list(Page<ProfileSummary> page) {
        if (page.items().isEmpty()) {
            return "No profiles.\n";
        }
        Table table = Table.of("PROFILE", "CURRENT", "LATEST", "OUTDATED", "VISIBILITY", "CATEGORY", "TAGS", "ID");
        for (ProfileSummary profile : page.items()) {
            table.row(
                    profile.organisation() + "/" + profile.name(),
                    "v" + profile.currentVersion(),
                    "v" + profile.latestVersion(),
                    profile.updateStatus().outdatedInstantiationCount(),
                    word(profile.visibility()),
                    profile.category().orElse("-"),
                    profile.tags().isEmpty() ? "-" : String.join(",", profile.tags()),
                    profile.id());
        }
        return table.render();
    }

    /** A profile with its versions. */
    public static String show(Profile profile) {
        Fields fields = new Fields()
                .add("profile", profile.organisation() + "/" + profile.name())
                .add("id", profile.id())
                .add("description", profile.description().map(ProfileText::firstLine))
                .add("category", profile.category())
                .add("tags", String.join(", ", profile.tags()))
                .add("visibility", word(profile.visibility()))
                .add("shared with", String.join(", ", profile.sharedWith()))
                .add("current", current(profile))
                .add("channels", channels(profile))
                .add("updates", updates(profile.updateStatus()))
                .add("created", time(profile.createdAt()) + " by " + profile.createdBy())
                .add("changed", time(profile.updatedAt()) + " by " + profile.updatedBy())
                .add("revision", profile.revision());
        Table versions = Table.of("VERSION", "CHANNEL", "CREATED", "BY", "DIGEST", "DEPRECATED", "CHANGELOG");
        for (VersionSummary version : profile.versions()) {
            versions.row(
                    "v" + version.version(),
                    version.channel(),
                    time(version.createdAt()),
                    version.createdBy(),
                    version.digest(),
                    version.deprecation().map(why -> word(why.reason())).orElse("-"),
                    version.changelog().orElse("-"));
        }
        return fields.render() + "\n" + versions.render();
    }

    private static String current(Profile profile) {
        String current = "v" + profile.currentVersion() + " of " + profile.latestVersion();
        return profile.pinnedVersion().isPresent() ? current + ", pinned" : current;
    }

    private static String channels(Profile profile) {
        return profile.channels().entrySet().stream()
                .map(head -> head.getKey() + " v" + head.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String updates(UpdateStatus status) {
        long outdated = status.outdatedInstantiationCount();
        if (!status.hasUpdateAvailable()) {
            return "every deployed instance is on the current version";
        }
        return outdated == 1 ? "1 instance is behind" : outdated + " instances are behind";
    }

    /** Descriptions may be whole pages of Markdown; all of it is in the JSON. */
    private static String firstLine(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        return line.equals(text.strip()) ? line : line + " ...";
    }

    static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}

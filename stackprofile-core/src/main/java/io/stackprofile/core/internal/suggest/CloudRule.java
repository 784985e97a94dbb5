package io.stackprofile.core.internal.suggest;

import io.stackprofile.parameter.ParameterSuggestion.Kind;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Accounts, projects and regions of clouds: where a key names them, and inside identifiers. */
final class CloudRule {

    private static final Pattern ARN =
            Pattern.compile("(?<![A-Za-z0-9])arn:aws[a-z-]{0,10}:[a-z0-9-]{1,40}:([a-z0-9-]{0,30}):([0-9]{12})(?=:)");
    private static final Pattern SERVICE_ACCOUNT =
            Pattern.compile("@([a-z][a-z0-9-]{4,28}[a-z0-9])\\.iam\\.gserviceaccount\\.com");
    private static final Pattern REGION = Pattern.compile(
            "(?:us|eu|ap|sa|ca|me|af|il|mx)(?:-gov|-iso)?-(?:north|south|east|west|central|northeast|southeast|northwest"
                    + "|southwest)-[1-9]|(?:us|europe|asia|northamerica|southamerica|australia|me|africa)-(?:north|south"
                    + "|east|west|central|northeast|southeast)[1-9][0-9]?");
    private static final Pattern AWS_HOST = Pattern.compile("\\.(" + REGION.pattern() + ")\\.amazonaws\\.com");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern PROJECT = Pattern.compile("[a-z][a-z0-9-]{4,28}[a-z0-9]");

    private CloudRule() {}

    static void see(Literal literal, Consumer<Sighting> seen) {
        if (literal.key().equals("image") || literal.key().equals("repository")) {
            return;
        }
        String key = literal.key().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        String text = literal.text();
        if (key.endsWith("region") && REGION.matcher(text).matches()) {
            seen.accept(region(literal, 0, text.length()));
        } else if (key.endsWith("accountid") && ACCOUNT.matcher(text).matches()) {
            seen.accept(account(literal, 0, text.length()));
        } else if ((key.endsWith("projectid") || key.equals("googleproject") || key.equals("gcpproject"))
                && PROJECT.matcher(text).matches()) {
            seen.accept(project(literal, 0, text.length()));
        } else {
            identifiers(literal, seen);
        }
    }

    private static void identifiers(Literal literal, Consumer<Sighting> seen) {
        Matcher arn = ARN.matcher(literal.text());
        while (arn.find()) {
            if (REGION.matcher(arn.group(1)).matches()) {
                seen.accept(region(literal, arn.start(1), arn.end(1)));
            }
            seen.accept(account(literal, arn.start(2), arn.end(2)));
        }
        Matcher user = SERVICE_ACCOUNT.matcher(literal.text());
        while (user.find()) {
            seen.accept(project(literal, user.start(1), user.end(1)));
        }
        Matcher host = AWS_HOST.matcher(literal.text());
        while (host.find()) {
            seen.accept(region(literal, host.start(1), host.end(1)));
        }
    }

    private static Sighting region(Literal literal, int from, int to) {
        return sighting(literal, "region", "A cloud's region.", from, to);
    }

    private static Sighting account(Literal literal, int from, int to) {
        return sighting(literal, "account_id", "The id of a cloud account.", from, to);
    }

    private static Sighting project(Literal literal, int from, int to) {
        return sighting(literal, "project_id", "The id of a cloud project.", from, to);
    }

    private static Sighting sighting(Literal literal, String name, String reason, int from, int to) {
        String group = name + " " + literal.text().substring(from, to);
        return new Sighting(Kind.CLOUD, group, name, reason, literal, from, to);
    }
}

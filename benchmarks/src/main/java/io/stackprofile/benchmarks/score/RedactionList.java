package io.stackprofile.benchmarks.score;

import io.stackprofile.Limits;
import io.stackprofile.benchmarks.StackFiles;
import io.stackprofile.capture.Redaction;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.stack.Member;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lists what redaction replaces in a stack, to be read by eye. Started by {@code benchmarks/redaction-list}. */
public final class RedactionList {

    private static final String USAGE = "redaction-list STACK.tar.gz|FOLDER [--show-values]";
    private static final Limits LIMITS = Limits.builder()
            .stackSize(200_000_000)
            .members(20_000)
            .parameters(20_000)
            .build();

    private RedactionList() {}

    /** Lists the stack named by the arguments. */
    public static void main(String[] arguments) {
        System.exit(run(
                arguments,
                new PrintStream(System.out, false, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8)));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        Arguments given;
        try {
            given = Arguments.of(arguments, List.of(), List.of("--show-values"));
        } catch (IllegalArgumentException wrong) {
            err.println(wrong.getMessage() + "\nusage: " + USAGE);
            return 2;
        }
        try (Captures captures = new Captures(LIMITS)) {
            list(StackFiles.read(given.file()), captures, given.flag("--show-values"), out);
            out.flush();
            return 0;
        } catch (StackProfileException refused) {
            err.println(given.file() + ": " + refused.getMessage());
        } catch (IOException failed) {
            err.println("cannot read: " + failed.getMessage());
        }
        return 1;
    }

    private static void list(Map<String, String> files, Captures captures, boolean showValues, PrintStream out) {
        List<Member> members = new ArrayList<>();
        Map<String, String> before = new HashMap<>();
        Map<String, String> sources = new HashMap<>();
        files.forEach((file, text) -> {
            Member member = Captures.member(file.replaceFirst("\\.ya?ml$", ""), text);
            members.add(member);
            before.put(member.ref().toString(), text);
            sources.put(member.ref().toString(), file);
        });
        ProfileVersion version = captures.capture(members);
        Map<String, String> after = new HashMap<>();
        version.spec()
                .members()
                .forEach(member ->
                        after.put(member.ref().toString(), member.text().orElse("")));
        for (Redaction redaction : version.report().redactions()) {
            String member = redaction.location().member().map(Object::toString).orElse("");
            out.println(entry(redaction, sources.getOrDefault(member, "-")));
            if (showValues) {
                LeafChange change =
                        LeafChange.of(redaction, before.getOrDefault(member, ""), after.getOrDefault(member, ""));
                out.println("    - " + change.before() + "\n    + " + change.after());
            }
        }
        out.println(version.report().redactions().size() + " replacements in " + members.size() + " members");
    }

    private static String entry(Redaction redaction, String file) {
        return String.join(
                "\t",
                file,
                redaction.location().path().orElse("comment")
                        + redaction
                                .location()
                                .line()
                                .map(line -> " line " + line)
                                .orElse(""),
                redaction.rule(),
                redaction.confidence().name().toLowerCase(Locale.ROOT),
                redaction.action().name().toLowerCase(Locale.ROOT)
                        + (redaction.sweepExempt() ? " (not searched for)" : ""),
                redaction.parameter().orElse("-"),
                redaction.reason());
    }
}

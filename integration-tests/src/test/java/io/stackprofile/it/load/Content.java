package io.stackprofile.it.load;

import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.fixture.StackBuilder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts that say which they are. A content is named by the mark of the stack it was captured from and, after a plus, of the
 * manifest that an edit put beside it.
 */
public final class Content {

    /** What no store may ever hold. */
    public static final String CANARY = "Zx9-canary-Qw7-of-the-load";

    private static final Pattern MARK = Pattern.compile("mark: \"([^\"]+)\"");
    private static final MemberRef SETTINGS = MemberRef.manifest("settings");
    private static final MemberRef EXTRA = MemberRef.manifest("extra");
    private static final int PARTS = 4;

    private Content() {}

    /** A stack whose members are this mark's, but for one that every stack has. */
    static StackSpec stack(String mark) {
        StackBuilder stack = StackBuilder.stack("What bears a mark.")
                .manifest("settings", manifest("settings", mark))
                .manifest("common", manifest("common", "all"))
                .manifest(
                        "credentials",
                        "apiVersion: v1\nkind: Secret\nmetadata: {name: credentials}\nstringData:\n  password: "
                                + CANARY + "\n");
        for (int part = 0; part < PARTS; part++) {
            stack = stack.manifest("part-" + part, manifest("part-" + part, mark));
        }
        return stack.build();
    }

    /** What an edit puts. */
    static Manifest extra(String mark) {
        return Manifest.builder().name("extra").content(manifest("extra", mark)).build();
    }

    private static String manifest(String name, String mark) {
        return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: " + name + "}\ndata:\n  mark: \"" + mark + "\"\n"
                + "  # what makes it longer\n".repeat(20);
    }

    /** The content that a stack says it is. */
    static String name(StackSpec spec) {
        String name = mark(spec, SETTINGS);
        return spec.find(EXTRA).isPresent() ? name + "+" + mark(spec, EXTRA) : name;
    }

    /** The content with another manifest put beside it. */
    static String edited(String content, String extra) {
        return content.split("\\+")[0] + "+" + extra;
    }

    private static String mark(StackSpec spec, MemberRef member) {
        Matcher matcher =
                MARK.matcher(spec.find(member).flatMap(found -> found.text()).orElse(""));
        return matcher.find() ? matcher.group(1) : "nothing";
    }
}

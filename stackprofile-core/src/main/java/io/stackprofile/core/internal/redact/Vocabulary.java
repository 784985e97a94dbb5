package io.stackprofile.core.internal.redact;

import io.stackprofile.core.internal.redact.name.NameWords;
import io.stackprofile.core.internal.redact.name.Words;
import io.stackprofile.core.internal.redact.scan.MemberScan;
import io.stackprofile.core.internal.redact.sweep.SecretLedger;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.yaml.YamlDocument;
import io.stackprofile.yaml.YamlPointer;
import io.stackprofile.yaml.YamlWalk;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words a stack calls its own things by: keys, and values that name members, objects, hosts and users. */
final class Vocabulary {

    private static final Set<String> NAMING = Set.of(
            "name",
            "namespace",
            "app",
            "host",
            "user",
            "username",
            "database",
            "instance",
            "component",
            "team",
            "tier",
            "serviceaccountname",
            "cluster",
            "release",
            "chart",
            "image",
            "kind",
            "type",
            "service",
            "servicename",
            "hostname",
            "server",
            "bucket",
            "dbname",
            "nameoverride",
            "fullnameoverride",
            "releasename",
            "serviceaccount",
            "repository");
    // What is referred to is called by its name.
    private static final List<String> REFERENCES = List.of("ref", "secretname", "existingsecret", "claimname", "name");

    // What the library itself writes beside a stack.
    private static final Set<String> OWN = Words.set("own");

    private final Set<String> words = new HashSet<>();
    private final StringBuilder all = new StringBuilder("\n");

    private Vocabulary() {}

    static Vocabulary of(StackSpec spec, Collection<MemberScan> members, Set<String> names) {
        Vocabulary vocabulary = new Vocabulary();
        names.forEach(vocabulary::add);
        OWN.forEach(vocabulary::add);
        for (Member member : spec.members()) {
            vocabulary.add(member.name());
            member.namespace().ifPresent(vocabulary::add);
            if (member instanceof Addon addon) {
                vocabulary.add(addon.chartName());
                vocabulary.add(addon.chartVersion());
                addon.registryName().ifPresent(vocabulary::add);
            }
        }
        for (MemberScan member : members) {
            for (YamlDocument document : member.file().documents()) {
                YamlWalk.keysAndScalars(document, (pointer, scalar) -> {
                    if (scalar.context().key() || isNaming(pointer)) {
                        vocabulary.add(scalar.text());
                    }
                });
            }
        }
        return vocabulary;
    }

    private static boolean isNaming(String pointer) {
        String step = YamlPointer.unescape(pointer.substring(pointer.lastIndexOf('/') + 1));
        String key = step.substring(step.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return NAMING.contains(key) || REFERENCES.stream().anyMatch(key.replace("_", "")::endsWith);
    }

    /** Whether {@code value} is one of the names, or one of the words that a name is made of. */
    boolean holds(String value) {
        String words = normal(value);
        int at = words.isEmpty() ? -1 : all.indexOf(words);
        while (at >= 0 && !(isBetween(at - 1) && isBetween(at + words.length()))) {
            at = all.indexOf(words, at + 1);
        }
        return at >= 0;
    }

    // Part of a word says nothing: a password does not become a name for being found within one.
    private boolean isBetween(int at) {
        return all.charAt(at) == '_' || all.charAt(at) == '\n';
    }

    private void add(String word) {
        String normal = normal(word);
        if (normal.length() >= SecretLedger.SHORTEST && normal.length() <= 100 && words.add(normal)) {
            all.append(normal).append('\n');
        }
    }

    private static String normal(String text) {
        return String.join("_", NameWords.of(text.replace('/', '_')));
    }
}

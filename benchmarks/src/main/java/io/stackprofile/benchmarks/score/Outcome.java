package io.stackprofile.benchmarks.score;

import io.stackprofile.Limits;
import io.stackprofile.capture.Cleaning;
import io.stackprofile.capture.Redaction;
import io.stackprofile.core.internal.template.StackTemplate;
import io.stackprofile.error.Location;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.stack.Member;
import io.stackprofile.yaml.YamlDocument;
import io.stackprofile.yaml.YamlException;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlNode;
import io.stackprofile.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What capture made of a document.
 *
 * @param template the captured text
 * @param bound the same with a dummy word bound to every parameter, as a deployment would see it
 * @param redactions what was taken out
 * @param cleanings what was left out because it belongs to the running cluster
 */
record Outcome(String template, String bound, List<Redaction> redactions, List<Cleaning> cleanings) {

    private static final Pattern TOKEN = Pattern.compile("\\$\\{\\{ *parameters\\.([A-Za-z0-9_]+)");

    /** The outcome for the only member of a version. */
    static Outcome of(ProfileVersion version) {
        String template = version.spec().members().get(0).text().orElse("");
        return new Outcome(
                template,
                bound(version),
                version.report().redactions(),
                version.report().cleanings());
    }

    private static String bound(ProfileVersion version) {
        // Secrets are only ever bound at a commit, so each stands in as a text here.
        List<Parameter> texts = new ArrayList<>();
        List<Binding> words = new ArrayList<>();
        for (Parameter parameter : version.parameters()) {
            texts.add(Parameter.builder()
                    .name(parameter.name())
                    .type(ParameterType.STRING)
                    .required(true)
                    .build());
            words.add(Binding.of(parameter.name(), ParameterValue.of(word(words.size()))));
        }
        Member member = StackTemplate.compile(version.spec(), texts, Limits.defaults())
                .bind(words)
                .members()
                .get(0);
        return member.text().orElse("");
    }

    // Letters that no word of a document has in this order, lest a short secret be seen in them.
    private static String word(int number) {
        return "zqxjkv" + Integer.toString(number, 36).replace('0', 'z').replace('1', 'q');
    }

    /** The scalar at a pointer of the captured text. */
    Optional<YamlScalar> inTemplate(String path) {
        return scalar(template, path);
    }

    /** The scalar at a pointer of the bound text. */
    Optional<YamlScalar> inBound(String path) {
        return scalar(bound, path);
    }

    /** Whether a deployment could read the text. */
    boolean readable() {
        try {
            YamlFile.parse(bound);
            return true;
        } catch (YamlException broken) {
            return false;
        }
    }

    /** Whether the field at a pointer, or one above it, was cleaned away. */
    boolean cleaned(String path) {
        return cleanings.stream()
                .map(Cleaning::location)
                .map(Location::path)
                .flatMap(Optional::stream)
                .anyMatch(field -> path.equals(field) || path.startsWith(field + "/"));
    }

    /** The rules that fired at a pointer, by place or by the parameters that stand there now. */
    List<String> rules(String path) {
        List<String> parameters = new ArrayList<>();
        Matcher token = TOKEN.matcher(inTemplate(path).map(YamlScalar::text).orElse(""));
        while (token.find()) {
            parameters.add(token.group(1));
        }
        return redactions.stream()
                .filter(redaction -> redaction.location().path().equals(Optional.of(path))
                        || redaction.parameter().filter(parameters::contains).isPresent())
                .map(Redaction::rule)
                .distinct()
                .toList();
    }

    /** The scalar at a pointer of a text's first document with content; empty when there is none or it is no YAML. */
    static Optional<YamlScalar> scalar(String text, String path) {
        try {
            return YamlFile.parse(text).documents().stream()
                    .filter(document -> document.root().isPresent())
                    .findFirst()
                    .flatMap((YamlDocument document) -> document.at(path))
                    .map(YamlNode::resolve)
                    .filter(YamlScalar.class::isInstance)
                    .map(YamlScalar.class::cast);
        } catch (YamlException unreadable) {
            return Optional.empty();
        }
    }

    /** Says how much, not what. */
    @Override
    public String toString() {
        return "Outcome[" + redactions.size() + " redactions]";
    }
}

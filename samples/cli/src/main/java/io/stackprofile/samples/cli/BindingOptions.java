package io.stackprofile.samples.cli;

import io.stackprofile.Names;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.parameter.SecretRef;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import picocli.CommandLine.Option;

/** What fills a version's parameters. */
final class BindingOptions {

    @Option(names = "--param", paramLabel = "NAME=VALUE", description = "Fills a parameter. May be repeated.")
    private List<String> parameters = new ArrayList<>();

    @Option(
            names = "--secret",
            paramLabel = "NAME=REF",
            description = "Says where a secret is: env:VARIABLE or file:PATH. May be repeated.")
    private List<String> secrets = new ArrayList<>();

    List<Binding> bindings() {
        List<Binding> bindings = new ArrayList<>();
        for (String parameter : parameters) {
            bindings.add(
                    read("--param", "VALUE", parameter, (name, value) -> Binding.of(name, ParameterValue.of(value))));
        }
        for (String secret : secrets) {
            bindings.add(
                    read("--secret", "env:VARIABLE", secret, (name, ref) -> Binding.of(name, reference(name, ref))));
        }
        return bindings;
    }

    /** The text is never repeated: a secret may stand anywhere in it. */
    private static Binding read(String option, String form, String text, BiFunction<String, String, Binding> reader) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new UsageException(option + " has no name", "Write " + option + " NAME=" + form + ".");
        }
        return reader.apply(
                Names.parameter("the name in " + option, text.substring(0, equals)), text.substring(equals + 1));
    }

    /** Two schemes only: a password with a colon in it would pass for a reference of any other, and be stored. */
    private static SecretRef reference(String name, String text) {
        if (text.startsWith("file:") && text.length() > "file:".length()) {
            return SecretRef.file(ClusterNames.absolutePath("--secret " + name, text.substring("file:".length()))
                    .toString());
        }
        if (text.matches("env:[A-Za-z_][A-Za-z0-9_]*")) {
            return SecretRef.parse(text);
        }
        throw new UsageException(
                "--secret " + name + " is not a reference",
                "Keep the secret in a variable or file and write --secret " + name + "=env:VARIABLE or file:PATH.");
    }
}

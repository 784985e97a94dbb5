package io.stackprofile.benchmarks;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.stackprofile.core.internal.template.StackTemplate;
import io.stackprofile.parameter.Binding;
import io.stackprofile.stack.Member;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What each binder needs, made before the clock runs. Each rival is first shown to give our output. */
public class BindStates {

    private BindStates() {}

    /** Our template, and what it gives. */
    @State(Scope.Benchmark)
    public static class Ours {

        /** The corpus stack. */
        @Param({"M", "L"})
        public String stack = "";

        /** Which members are bound. */
        @Param({"WHOLE", "TOUCHED", "EVERYWHERE"})
        public Reach reach = Reach.WHOLE;

        final List<Binding> bindings = new ArrayList<>();
        final List<String> outputs = new ArrayList<>();
        BoundStack source = BoundStack.EMPTY;
        StackTemplate template = source.compile();

        /** Compiles the template, and binds it once. */
        @Setup(Level.Trial)
        public void compile() {
            source = BoundStack.of(reach == Reach.OBJECTS ? objects() : Corpus.texts(stack), reach);
            template = source.compile();
            bindings.addAll(source.bindings());
            for (Member member : template.bind(bindings).members()) {
                outputs.add(member.text().orElseThrow());
            }
        }

        private List<String> objects() {
            try (KubernetesClient client = OpenShift.client()) {
                return OpenShiftMembers.kept(client, Corpus.texts(stack));
            }
        }
    }

    /** The output's bytes, as a string holds them: one for each character, or two where a member needs that. */
    @State(Scope.Benchmark)
    public static class Copy {

        final List<byte[]> bytes = new ArrayList<>();

        /** Takes the bytes. */
        @Setup(Level.Trial)
        public void take(Ours ours) {
            for (String output : ours.outputs) {
                boolean narrow = output.chars().allMatch(c -> c < 256);
                Charset charset = narrow ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_16LE;
                bytes.add(output.getBytes(charset));
            }
        }
    }

    /** mustache.java, equal to the byte. */
    @State(Scope.Benchmark)
    public static class Mustache {

        Mustaches templates = new Mustaches(BoundStack.EMPTY);

        /** Compiles the templates. */
        @Setup(Level.Trial)
        public void compile(Ours ours) {
            templates = new Mustaches(ours.source);
            Agreement.sameTexts("mustache.java", ours.outputs, templates.bind());
        }
    }

    /** Parse, walk, emit: equal as trees. */
    @State(Scope.Benchmark)
    public static class Walk {

        ParseWalkEmit walk = new ParseWalkEmit(BoundStack.EMPTY);

        /** Takes the texts. */
        @Setup(Level.Trial)
        public void take(Ours ours) {
            walk = new ParseWalkEmit(ours.source);
            Agreement.sameTrees("parse-walk-emit", ours.outputs, walk.bind());
        }
    }

    /** fabric8's OpenShift template: equal as trees. */
    @State(Scope.Benchmark)
    public static class OpenShift {

        private final KubernetesClient client = client();
        OpenShiftTemplate template = new OpenShiftTemplate(client, List.of(), Map.of());

        static KubernetesClient client() {
            return new KubernetesClientBuilder().withConfig(Config.empty()).build();
        }

        /** Loads the template. */
        @Setup(Level.Trial)
        public void load(Ours ours) {
            template = new OpenShiftTemplate(
                    client,
                    ours.source.members().stream().map(MemberSource::openShift).toList(),
                    ours.source.textValues());
            Agreement.sameJson("fabric8's template", ours.outputs, template.boundJson());
        }

        /** Ends the client's threads. */
        @TearDown
        public void close() {
            client.close();
        }
    }
}

package io.stackprofile.benchmarks;

import io.stackprofile.yaml.YamlFile;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads every member of a stack, in each way. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ParseBenchmark {

    private static final ObjectReader YAML =
            new YAMLMapper(YAMLFactory.builder().loadSettings(Engine.SETTINGS).build()).readerFor(JsonNode.class);
    private static final ObjectReader JSON = new JsonMapper().readerFor(JsonNode.class);

    /** The corpus stack. */
    @Param({"M", "L"})
    public String stack = "";

    private final List<String> yaml = new ArrayList<>();
    private final List<String> json = new ArrayList<>();

    /** Reads the texts, and writes the JSON that says the same. */
    @Setup(Level.Trial)
    public void read() {
        yaml.addAll(Corpus.texts(stack));
        yaml.forEach(text -> json.addAll(Agreement.json(text)));
    }

    /** Ours: nodes with exact places, values as Kubernetes reads them when they are asked for. */
    @Benchmark
    public void ours(Blackhole sink) {
        for (String text : yaml) {
            sink.consume(YamlFile.parse(text));
        }
    }

    /** The engine's events, on which ours are built. */
    @Benchmark
    public void engineEvents(Blackhole sink) {
        for (String text : yaml) {
            new Parse(Engine.SETTINGS).parseString(text).forEach(sink::consume);
        }
    }

    /** The engine's own nodes. */
    @Benchmark
    public void engineNodes(Blackhole sink) {
        for (String text : yaml) {
            new Compose(Engine.SETTINGS).composeAllFromString(text).forEach(sink::consume);
        }
    }

    /** Jackson's trees of the same YAML. */
    @Benchmark
    public void jacksonYaml(Blackhole sink) {
        for (String text : yaml) {
            try (MappingIterator<JsonNode> documents = YAML.readValues(text)) {
                documents.forEachRemaining(sink::consume);
            }
        }
    }

    /** Jackson's trees of the same content as JSON. */
    @Benchmark
    public void jacksonJson(Blackhole sink) {
        for (String text : json) {
            JsonNode tree = JSON.readValue(text);
            sink.consume(tree);
        }
    }
}

package io.stackprofile.samples.cli.print;

import io.stackprofile.parameter.ParameterSet;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Writes the library's values as JSON or YAML, with a line end after the last character. */
public final class Documents {

    private Documents() {}

    /** {@code value} as indented JSON. */
    public static String json(Object value) {
        JsonMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        return mapper.writeValueAsString(ApiTree.of(value)) + "\n";
    }

    /** {@code value} as one YAML document. */
    public static String yaml(Object value) {
        YAMLMapper mapper = YAMLMapper.builder()
                .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                .enable(YAMLWriteFeature.LITERAL_BLOCK_STYLE)
                .build();
        return mapper.writeValueAsString(ApiTree.of(value));
    }

    /** The document of kind ParameterSet that the library reads back as {@code set}. */
    public static String parameterSet(ParameterSet set) {
        return YAMLMapper.builder()
                .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                .build()
                .writeValueAsString(ParameterSetFields.document(set));
    }
}

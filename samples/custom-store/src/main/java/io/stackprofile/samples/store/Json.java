package io.stackprofile.samples.store;

import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Heads of entries as JSON. What Jackson says of a text is left out of errors: it quotes it. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** Encoded by ourselves: Jackson writes half of a surrogate pair as bytes that are no UTF-8. */
    static byte[] write(Object head) {
        return Texts.bytes(MAPPER.writeValueAsString(head));
    }

    static <T> T read(byte[] head, Class<T> type) throws IOException {
        try {
            return MAPPER.readValue(head, type);
        } catch (JacksonException | IllegalArgumentException unreadable) {
            throw new IOException("an entry is not the JSON it should be");
        }
    }
}

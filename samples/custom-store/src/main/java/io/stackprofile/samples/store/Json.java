package io.stackprofile.samples.store;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Heads of entries as JSON. What Jackson says of a text is left out of errors: it quotes it. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static byte[] write(Object head) {
        try {
            return MAPPER.writeValueAsBytes(head);
        } catch (JacksonException unwritable) {
            throw Json.notUnicode();
        }
    }

    static <T> T read(byte[] head, Class<T> type) throws IOException {
        try {
            return MAPPER.readValue(head, type);
        } catch (JacksonException | IllegalArgumentException unreadable) {
            throw new IOException("an entry is not the JSON it should be");
        }
    }

    static InvalidContentException notUnicode() {
        return new InvalidContentException(
                ErrorCode.MALFORMED,
                "a text has half of a surrogate pair",
                "Send whole characters.",
                Location.unknown());
    }
}

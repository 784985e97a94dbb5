package io.stackprofile.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "replicaCount: 2",
                "a\0b",
                "Zürich 東京 🚀",
                "\uD83D",
                "\uDE80\uD83D",
                "x\uD800y\uDFFF🚀\uD800",
                "\uD83D\uD83D\uDE80"
            })
    void any_string_comes_back_to_the_character(String text) {
        assertThat(StoredText.text(StoredText.bytes(text))).isEqualTo(text);
        assertThat(Deflated.of(text).text()).contains(text);
        assertThat(TextList.read(TextList.write(List.of(text, "b", text)))).containsExactly(text, "b", text);
    }

    @Test
    void unicode_text_is_utf8() {
        assertThat(StoredText.bytes("Zürich 🚀")).isEqualTo("Zürich 🚀".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_list_is_a_json_array_in_order() {
        assertThat(TextList.write(List.of("b", "say \"hi\"", "C:\\", "a\nb", "ü")))
                .isEqualTo("[\"b\",\"say \\\"hi\\\"\",\"C:\\\\\",\"a\\u000ab\",\"\\u00fc\"]");
        assertThat(TextList.read("[]")).isEmpty();
    }

    @Test
    void damaged_compressed_bytes_give_nothing() {
        Deflated whole = Deflated.of("image:\n  tag: \"1.25\"\n");
        byte[] damaged = whole.bytes().clone();
        damaged[damaged.length / 2] ^= 0x55;
        assertThat(new Deflated(whole.size(), damaged).text()).isEmpty();
        assertThat(new Deflated(whole.size() + 1, whole.bytes()).text()).isEmpty();
        assertThat(new Deflated(whole.size() - 1, whole.bytes()).text()).isEmpty();
    }
}

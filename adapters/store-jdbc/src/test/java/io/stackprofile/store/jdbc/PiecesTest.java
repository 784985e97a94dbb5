package io.stackprofile.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PiecesTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1023, 1024, 1025, 16_384, 16_385, 500_000})
    void pieces_together_are_the_whole(int size) {
        byte[] random = new byte[size];
        new Random(size).nextBytes(random);
        for (byte[] bytes : List.of(random, new byte[size])) {
            ByteArrayOutputStream joined = new ByteArrayOutputStream();
            List<byte[]> pieces = Pieces.of(bytes);
            pieces.forEach(joined::writeBytes);
            assertThat(joined.toByteArray()).isEqualTo(bytes);
            assertThat(pieces).allSatisfy(piece -> assertThat(piece.length).isBetween(1, 16_384));
        }
    }

    @Test
    void a_document_has_pieces_of_some_thousands() {
        assertThat(document(1187, Set.of()).length
                        / Pieces.of(document(1187, Set.of())).size())
                .isBetween(2_000, 9_000);
    }

    @Test
    void a_change_in_one_place_leaves_the_other_pieces_as_they_are() {
        Set<String> before = digests(document(1187, Set.of()));
        Set<String> after = digests(document(1187, Set.of(17, 612, 1100)));
        Set<String> fresh = new HashSet<>(after);
        fresh.removeAll(before);
        assertThat(fresh).hasSizeBetween(3, 6);
        Set<String> longer = digests(("# a line more\n" + new String(document(1187, Set.of()), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8));
        longer.removeAll(before);
        assertThat(longer).hasSizeBetween(1, 2);
    }

    /** As long as a document of so many members is, with no line twice. */
    private static byte[] document(int members, Set<Integer> changed) {
        return IntStream.range(0, members)
                .mapToObj(n -> "{\"kind\":\"manifest\",\"name\":\"deployment-" + n + "\",\"content\":\""
                        + Records.digest((changed.contains(n) ? "changed " : "text ") + n) + "\"}")
                .collect(Collectors.joining(","))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Set<String> digests(byte[] document) {
        return Pieces.of(document).stream()
                .map(piece -> Digests.sha256(piece).text())
                .collect(Collectors.toCollection(HashSet::new));
    }
}

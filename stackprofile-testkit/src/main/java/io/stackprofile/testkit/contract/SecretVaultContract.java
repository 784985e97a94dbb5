package io.stackprofile.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackprofile.parameter.SecretRef;
import io.stackprofile.parameter.SecretValue;
import io.stackprofile.spi.secret.SecretVault;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Proves a {@link SecretVault}: one secret a reference and organisation, whoever comes first. */
public abstract class SecretVaultContract {

    private static final String ACME = "acme";
    private static final String GLOBEX = "globex";
    private static final SecretRef REF = ref("01890163/grafana_admin_password");

    private Optional<SecretVault> opened = Optional.empty();

    /** For subclasses. */
    protected SecretVaultContract() {}

    /** An empty vault. */
    protected abstract SecretVault openVault();

    /** Opens a vault before each test. */
    @BeforeEach
    public void open() {
        opened = Optional.of(openVault());
    }

    private SecretVault vault() {
        return opened.orElseThrow(() -> new IllegalStateException("no vault is open"));
    }

    @Test
    @Clause("SV-1")
    public void required_SV1_theFirstCandidateIsKept() {
        String check = "SV-1: the first candidate is kept, and later ones change nothing and get the first back; insert"
                + " ... on conflict do nothing";
        assertEquals("first", put(ACME, REF, "first"), check);
        assertEquals("first", put(ACME, REF, "second"), check);
        assertEquals("first", get(ACME, REF), check);
    }

    @Test
    @Clause("SV-1")
    public void required_SV1_ofConcurrentCandidatesOneIsKeptAndReturnedToAll() {
        String check = "SV-1: of concurrent calls one candidate is kept and all return it; read and write in one step";
        for (int round = 0; round < Race.ROUNDS; round++) {
            SecretRef ref = ref("race/" + round);
            List<Race.Outcome<String>> outcomes = Race.run(runner -> put(ACME, ref, "candidate-" + runner));
            Set<String> returned = new HashSet<>();
            outcomes.forEach(outcome -> returned.add(outcome.value().orElse("failed")));
            assertEquals(Set.of(get(ACME, ref)), returned, check);
        }
    }

    @Test
    @Clause("SV-2")
    public void required_SV2_whatIsKeptIsReadByteForByte() {
        String check = "SV-2: bytes are kept as they are; check the column's type, text encodings, trimming";
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        List<byte[]> all = List.of(bytes, " \n".getBytes(StandardCharsets.UTF_8), new byte[] {0}, new byte[10_000]);
        for (int i = 0; i < all.size(); i++) {
            SecretRef ref = ref("bytes/" + i);
            try (SecretValue candidate = SecretValue.of(all.get(i));
                    SecretValue kept = vault().putIfAbsent(ACME, ref, candidate);
                    SecretValue read = vault().get(ACME, ref).orElseThrow(() -> new AssertionError(check))) {
                assertArrayEquals(all.get(i), kept.reveal(), check);
                assertArrayEquals(all.get(i), read.reveal(), check);
            }
        }
    }

    @Test
    @Clause("SV-2")
    public void required_SV2_nothingIsThereBefore() {
        put(ACME, ref("other"), "other");
        assertEquals("nothing", get(ACME, REF), "SV-2: a reference under which nothing is kept finds nothing");
    }

    @Test
    @Clause("SV-3")
    public void required_SV3_organisationsDoNotShare() {
        String check = "SV-3: another organisation's secret is neither read nor kept in the way of; the key is"
                + " (organisation, reference)";
        put(ACME, REF, "of acme");
        assertEquals("nothing", get(GLOBEX, REF), check);
        assertEquals("of globex", put(GLOBEX, REF, "of globex"), check);
        assertEquals("of acme", get(ACME, REF), check);
    }

    @Test
    @Clause("SV-4")
    public void required_SV4_closingWhatIsReturnedChangesNothing() {
        String check = "SV-4: each returned value is a copy; closing it wipes that copy alone";
        SecretValue candidate = SecretValue.of("kept");
        SecretValue kept = vault().putIfAbsent(ACME, REF, candidate);
        candidate.close();
        assertEquals("kept", reveal(kept, check), check);
        kept.close();
        vault().get(ACME, REF).ifPresent(SecretValue::close);
        assertEquals("kept", get(ACME, REF), check);
    }

    @Test
    @Clause("SV-5")
    public void required_SV5_referencesAreToldApart() {
        String check = "SV-5: scheme and locator are compared exactly: case, blanks and slashes count";
        List<SecretRef> refs = List.of(
                REF,
                ref("01890163/Grafana_admin_password"),
                ref("01890163/grafana_admin_password "),
                ref("01890163//grafana_admin_password"),
                ref("01890163/grafana%"),
                new SecretRef("vault", REF.locator()));
        refs.forEach(ref -> assertEquals(ref.toString(), put(ACME, ref, ref.toString()), check));
        refs.forEach(ref -> assertEquals(ref.toString(), get(ACME, ref), check));
    }

    private String put(String organisation, SecretRef ref, String text) {
        try (SecretValue candidate = SecretValue.of(text);
                SecretValue kept = vault().putIfAbsent(organisation, ref, candidate)) {
            return kept.revealText();
        }
    }

    private String get(String organisation, SecretRef ref) {
        return vault().get(organisation, ref)
                .map(value -> reveal(value, "SV-4: what is returned is open"))
                .orElse("nothing");
    }

    private static String reveal(SecretValue value, String check) {
        try {
            return value.revealText();
        } catch (IllegalStateException wiped) {
            throw new AssertionError(check, wiped);
        }
    }

    private static SecretRef ref(String locator) {
        return new SecretRef("generated", locator);
    }
}

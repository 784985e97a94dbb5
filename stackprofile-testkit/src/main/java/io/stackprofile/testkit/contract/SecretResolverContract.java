package io.stackprofile.testkit.contract;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stackprofile.error.SecretException;
import io.stackprofile.parameter.SecretRef;
import io.stackprofile.parameter.SecretValue;
import io.stackprofile.spi.secret.SecretResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Proves a {@link SecretResolver}: what a reference points to is given, to whom it belongs, and is said nowhere.
 *
 * <pre>{@code
 * class MyResolverTest extends SecretResolverContract {
 *     @Override
 *     protected SecretResolver resolver() {
 *         return new MyResolver(server);
 *     }
 *
 *     @Override
 *     protected SecretRef keep(String organisation, String name, String secret) {
 *         server.put(organisation, name, secret);
 *         return new SecretRef("my", name);
 *     }
 * }
 * }</pre>
 */
public abstract class SecretResolverContract {

    private static final String ACME = "acme";
    private static final String SECRET = "Yd6!canary-Tn2-of-a-resolver";
    private static final List<String> SECRETS = List.of(SECRET, " spaces around ", "zweite Zeile ✓ 🚀", "a'b\"c\\d$e");

    /** For subclasses. */
    protected SecretResolverContract() {}

    /** The resolver under test. */
    protected abstract SecretResolver resolver();

    /**
     * Puts a secret where the resolver finds it for an organisation.
     *
     * @param name lower-case letters; one secret each
     * @return the reference that points to it
     */
    protected abstract SecretRef keep(String organisation, String name, String secret);

    /** Whether it serves several organisations; where it does not, the tests of [SR-3] are skipped. */
    protected boolean servesManyOrganisations() {
        return true;
    }

    /**
     * A reference behind which this secret is, and at which the resolver fails all the same, such as one to a file that is
     * too large; empty when there is no such thing.
     */
    protected Optional<SecretRef> failing(String secret) {
        return Optional.empty();
    }

    private Optional<String> resolve(String organisation, SecretRef ref) {
        return resolver().resolve(organisation, ref).map(value -> {
            try (value) {
                return value.revealText();
            }
        });
    }

    @Test
    @Clause("SR-1")
    public void required_SR1_whatIsUnknownIsEmpty() {
        SecretRef known = keep(ACME, "known", SECRET);
        String check =
                "SR-1: an unknown scheme, or a reference under which nothing is, is empty and no failure: the next"
                        + " resolver is asked";
        for (SecretRef unknown : List.of(
                new SecretRef("no-such-scheme", known.locator()),
                new SecretRef(known.scheme(), known.locator() + "-gone"))) {
            assertEquals(Optional.empty(), assertDoesNotThrow(() -> resolve(ACME, unknown), check), check);
        }
        assertEquals(Optional.of(SECRET), resolve(ACME, known), "SR-1: a reference that is known gives its secret");
    }

    @Test
    @Clause("SR-2")
    public void required_SR2_secretsAreGivenToTheCharacter() {
        String check = "SR-2: a secret is given as it is kept; check trimming, quoting and the character set";
        String name = "text";
        for (String secret : SECRETS) {
            name += "x";
            assertEquals(Optional.of(secret), resolve(ACME, keep(ACME, name, secret)), check);
        }
    }

    @Test
    @Clause("SR-2")
    public void required_SR2_eachCallGivesAValueOfItsOwn() {
        SecretRef ref = keep(ACME, "shared", SECRET);
        SecretValue first = resolver().resolve(ACME, ref).orElseThrow();
        first.close();
        assertEquals(
                Optional.of(SECRET),
                resolveOpen(ref),
                "SR-2: closing what one call gave leaves what the next gives as it is; hand out copies");
    }

    private Optional<String> resolveOpen(SecretRef ref) {
        try {
            return resolve(ACME, ref);
        } catch (IllegalStateException wiped) {
            return Optional.of("a value that was wiped");
        }
    }

    @Test
    @Clause("SR-3")
    public void required_SR3_anotherOrganisationIsGivenNothing() {
        assumeTrue(
                servesManyOrganisations(),
                "SR-3 is not proved: servesManyOrganisations() says that this resolver is of one organisation; a host of"
                        + " several must not use it");
        SecretRef mine = keep(ACME, "mine", SECRET);
        String check = "SR-3: a reference is looked up for the organisation that asks, not for whoever wrote it";
        assertEquals(Optional.empty(), resolve("acme-globex", mine), check);
        assertEquals(Optional.empty(), resolve("acm", mine), check);
        assertEquals(Optional.of(SECRET), resolve(ACME, mine), check);
    }

    @Test
    @Clause("SR-4")
    public void required_SR4_nothingSaysTheSecret() {
        SecretRef ref = keep(ACME, "said", SECRET);
        SecretValue value = resolver().resolve(ACME, ref).orElseThrow();
        List<String> canaries = List.of(SECRET);
        assertAbsent("SR-4: the resolver's text", String.valueOf(resolver()), canaries);
        assertAbsent("SR-4: the value's text", value.toString(), canaries);
        value.close();
        failing(SECRET).ifPresent(bad -> {
            SecretException failure = assertThrows(
                    SecretException.class,
                    () -> resolver().resolve(ACME, bad),
                    "SR-4: what cannot be told is a SecretException");
            assertAbsent("SR-4: the failure", failure.toString(), canaries);
            assertAbsent(failure, canaries);
        });
    }

    @Test
    @Clause("SR-5")
    public void required_SR5_concurrentCallsDoNotMix() {
        List<SecretRef> refs = new ArrayList<>();
        String name = "race";
        for (int i = 0; i < Race.RUNNERS; i++) {
            name += "x";
            refs.add(keep(ACME, name, "secret-" + i));
        }
        String check = "SR-5: of concurrent calls each gives what its own reference points to; share no buffer";
        for (int round = 0; round < Race.ROUNDS; round++) {
            List<Race.Outcome<String>> outcomes =
                    Race.run(runner -> resolve(ACME, refs.get(runner)).orElse("nothing"));
            for (int i = 0; i < Race.RUNNERS; i++) {
                assertEquals(Optional.of("secret-" + i), outcomes.get(i).value(), check);
            }
        }
    }
}

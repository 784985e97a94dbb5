package io.stackprofile.core.internal.redact;

import io.stackprofile.core.internal.redact.name.CommonWords;
import io.stackprofile.core.internal.redact.name.CredentialNames;
import io.stackprofile.core.internal.redact.name.Strength;
import io.stackprofile.core.internal.redact.scan.Sighting;
import io.stackprofile.core.internal.redact.sweep.SecretLedger;
import io.stackprofile.core.internal.redact.value.ValueShape;

/** Decides which secrets are too weak to be searched for: they would be found where they never were. */
final class Exemption {

    private static final int TELLING_LINE = 32;

    private Exemption() {}

    static boolean searchable(Sighting sighting, CredentialNames names, Vocabulary vocabulary) {
        String secret = sighting.hit().secret().strip();
        if (!searchable(secret, vocabulary)) {
            return false;
        }
        // A Secret also holds addresses, paths, sizes and switches; these stand elsewhere in their own right.
        boolean ordinary = sighting.hit().rule().equals("secret-data")
                && names.of(sighting.place().name()) == Strength.NONE
                && describes(secret);
        return !ordinary || secret.chars().allMatch(Character::isDigit);
    }

    static boolean searchable(String secret, Vocabulary vocabulary) {
        String bare = secret.strip();
        return SecretLedger.isLongEnough(bare)
                && !CommonWords.contains(bare)
                && !(ValueShape.nameLike(bare) && vocabulary.holds(bare));
    }

    /** Whether a line of a longer secret tells that secret from others. */
    static boolean tellingLine(String line) {
        return line.length() >= TELLING_LINE && line.indexOf(' ') < 0 && ValueShape.generated(line);
    }

    private static boolean describes(String value) {
        if (ValueShape.publicMaterial(value)) {
            return true;
        }
        if (ValueShape.generated(value)) {
            return false;
        }
        return ValueShape.url(value)
                || ValueShape.path(value)
                || ValueShape.measure(value)
                || ValueShape.trivial(value);
    }
}

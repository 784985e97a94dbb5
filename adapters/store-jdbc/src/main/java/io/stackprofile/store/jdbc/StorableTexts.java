package io.stackprofile.store.jdbc;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import java.util.Collection;
import java.util.Optional;

/** Refuses, before anything is written, a text that the database cannot keep: names its field, never the text. */
final class StorableTexts {

    private final Dialect dialect;
    private final String of;

    /** Of what the texts are, for the refusal. */
    StorableTexts(Dialect dialect, String of) {
        this.dialect = dialect;
        this.of = of;
    }

    /** Whether PostgreSQL can keep it: no NUL character, no unpaired surrogate. */
    static boolean isPlain(String text) {
        return text.indexOf('\0') < 0 && StoredText.isUnicode(text);
    }

    StorableTexts require(String field, String text) {
        if (!dialect.keepsEveryText() && !isPlain(text)) {
            throw new InvalidContentException(
                    ErrorCode.INVALID_REQUEST,
                    "the " + field + " of " + of + " has a NUL character or half of a surrogate pair, which PostgreSQL"
                            + " cannot keep",
                    "Remove the character and repeat the call; nothing was written.",
                    Location.unknown());
        }
        return this;
    }

    StorableTexts require(String field, Optional<String> text) {
        text.ifPresent(present -> require(field, present));
        return this;
    }

    StorableTexts require(String field, Collection<String> texts) {
        texts.forEach(text -> require(field, text));
        return this;
    }
}

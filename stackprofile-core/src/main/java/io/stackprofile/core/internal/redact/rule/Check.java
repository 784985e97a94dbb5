package io.stackprofile.core.internal.redact.rule;

import com.google.re2j.Pattern;
import io.stackprofile.core.internal.redact.value.Base64Text;
import io.stackprofile.core.internal.redact.value.Run;
import io.stackprofile.core.internal.redact.value.ValueJudge;
import io.stackprofile.core.internal.redact.value.ValueShape;
import java.nio.charset.StandardCharsets;

/** What a pattern cannot tell of a secret. */
public enum Check {
    /** Nothing more: the format is enough. */
    NONE {
        @Override
        public boolean accepts(String secret) {
            return true;
        }
    },
    /** It looks made by a machine. */
    GENERATED {
        @Override
        public boolean accepts(String secret) {
            return ValueShape.generated(secret);
        }
    },
    /** It has letters and digits, or letters whose case changes more often than in names. */
    MIXED {
        @Override
        public boolean accepts(String secret) {
            Run run = Run.of(secret);
            return (run.digits() > 0 && run.letters() > 0) || 3 * run.caseChanges() >= secret.length();
        }
    },
    /** It is no placeholder, reference, path or mask. */
    PLAIN {
        @Override
        public boolean accepts(String secret) {
            return ValueJudge.possible(secret) && !ValueShape.holdsPlaceholder(secret);
        }
    },
    /** Its header, before the first dot, says or begins to say so, or its payload is JSON too. */
    JWT {
        @Override
        public boolean accepts(String secret) {
            int dot = secret.indexOf('.');
            return secret.startsWith("ey", dot + 1)
                    || (HEADER.matcher(secret).lookingAt()
                            && ValueShape.generated(secret.substring(secret.indexOf('.', dot + 1) + 1)))
                    || Base64Text.decode(secret.substring(0, dot))
                            .filter(header -> header.startsWith("{") && header.contains("\"alg\""))
                            .isPresent();
        }
    },
    /** Base64 of two texts with a colon between them. */
    USER_AND_PASSWORD {
        @Override
        public boolean accepts(String secret) {
            return Base64Text.decode(secret)
                    .filter(text -> text.indexOf(':') >= 0 && text.chars().noneMatch(c -> c < ' ' || c == 0xFFFD))
                    .isPresent();
        }
    },
    /** More than the dots that stand for a key in an example. */
    KEY_BODY {
        @Override
        public boolean accepts(String secret) {
            return BODY.matcher(secret).find();
        }
    },
    /** Base64 of a PEM file with a private key in it. */
    PEM_IN_BASE64 {
        @Override
        public boolean accepts(String secret) {
            String whole = secret.replaceAll("\\s|\\\\n|=", "");
            return Base64Text.bytes(whole.substring(0, whole.length() - whole.length() % 4))
                    .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                    .filter(text -> text.contains("PRIVATE KEY"))
                    .isPresent();
        }
    },
    /** A URL's password, and not its port or what another program fills in. */
    URL_PASSWORD {
        @Override
        public boolean accepts(String secret) {
            return !ValueShape.placeholder(secret)
                    && !ValueShape.masked(secret)
                    && !PORT_AND_QUERY.matcher(secret).matches();
        }
    };

    // {"alg":, {"kid": and {"typ":
    private static final Pattern HEADER = Pattern.compile("eyJ(?:hbGci|raWQi|0eXAi)Oi");
    private static final Pattern BODY = Pattern.compile("[A-Za-z0-9+/]{16}");
    private static final Pattern PORT_AND_QUERY = Pattern.compile("[0-9]{2,5}[?#].*");

    /** Whether {@code secret} is so. */
    public abstract boolean accepts(String secret);
}

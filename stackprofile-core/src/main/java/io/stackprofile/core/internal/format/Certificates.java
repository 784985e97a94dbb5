package io.stackprofile.core.internal.format;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Optional;

/**
 * X.509 certificates in PEM, RFC 7468: one or more, with nothing but blank space around them, their markers on lines of
 * their own. Java reads others too; Go's encoding/pem, which Kubernetes and most charts use, does not.
 */
final class Certificates {

    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";
    // How DER begins: a certificate is a sequence. Java's reader would take PEM here again.
    private static final byte SEQUENCE = 0x30;
    private static final int LONGEST = 1024 * 1024;

    private Certificates() {}

    static boolean isPem(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        int at = 0;
        boolean any = false;
        while (true) {
            int begin = text.indexOf(BEGIN, at);
            if (begin < 0) {
                return any && text.substring(at).isBlank();
            }
            int end = text.indexOf(END, begin);
            if (end < 0
                    || !isGap(text.substring(at, begin), at == 0)
                    || !isCertificate(text.substring(begin + BEGIN.length(), end))) {
                return false;
            }
            any = true;
            at = end + END.length();
        }
    }

    /** Whether what stands before a marker is blank and leaves it the beginning of a line. */
    private static boolean isGap(String gap, boolean first) {
        return gap.isBlank() && (gap.endsWith("\n") || (first && gap.isEmpty()));
    }

    /** Whether what stands between two markers leaves them lines of their own. */
    private static boolean isOnLines(String body) {
        int first = body.indexOf('\n');
        return first >= 0 && body.substring(0, first).isBlank() && body.endsWith("\n");
    }

    private static boolean isCertificate(String body) {
        return isOnLines(body) && decoded(body).filter(Certificates::isX509).isPresent();
    }

    private static Optional<byte[]> decoded(String body) {
        try {
            return Optional.of(Base64.getDecoder().decode(body.replaceAll("\\s", "")));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static boolean isX509(byte[] der) {
        if (der.length == 0 || der[0] != SEQUENCE) {
            return false;
        }
        try {
            ByteArrayInputStream in = new ByteArrayInputStream(der);
            CertificateFactory.getInstance("X.509").generateCertificate(in);
            return in.available() == 0;
        } catch (CertificateException notOne) {
            return false;
        }
    }
}

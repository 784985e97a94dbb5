package io.stackprofile.core.internal.format;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Optional;

/** X.509 certificates in PEM, RFC 7468: one or more, with nothing but blank space around them. */
final class Certificates {

    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";
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
                    || !text.substring(at, begin).isBlank()
                    || !isCertificate(text.substring(begin + BEGIN.length(), end))) {
                return false;
            }
            any = true;
            at = end + END.length();
        }
    }

    private static boolean isCertificate(String body) {
        return decoded(body).filter(Certificates::isX509).isPresent();
    }

    private static Optional<byte[]> decoded(String body) {
        try {
            return Optional.of(Base64.getDecoder().decode(body.replaceAll("\\s", "")));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static boolean isX509(byte[] der) {
        if (der.length == 0) {
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

package io.stackprofile.core.internal.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CertificatesTest {

    /** Self-signed for acme.dev, without a key. */
    private static final String PEM = """
            -----BEGIN CERTIFICATE-----
            MIIBfjCCASOgAwIBAgIUJsDOonAd41IA2zubmblYO/epUoswCgYIKoZIzj0EAwIw
            EzERMA8GA1UEAwwIYWNtZS5kZXYwIBcNMjYxMTI2MDgxNTUzWhgPMjEyNjExMDIw
            ODE1NTNaMBMxETAPBgNVBAMMCGFjbWUuZGV2MFkwEwYHKoZIzj0CAQYIKoZIzj0D
            AQcDQgAEYrjVqM8X3mRl1pqGNx6X3ViUn5Xc6Y+l88CLvXtULevedfysLL7M9XRc
            ON4PlcoZCDLzRKeM7mTmpEFmJWp2YKNTMFEwHQYDVR0OBBYEFAVtaFJWJe6iDdll
            BL8mXm7jCGMJMB8GA1UdIwQYMBaAFAVtaFJWJe6iDdllBL8mXm7jCGMJMA8GA1Ud
            EwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSQAwRgIhALHcQYhMI4kQi0CXOKKWDmF7
            wjY2fCBRT42xriun4XhaAiEA8W8YfNFDCJjB1T+uy5tJYOrm/rnODUWSBAzDXz4L
            49U=
            -----END CERTIFICATE-----
            """;

    @ParameterizedTest
    @MethodSource("good")
    void certificatesAreTaken(String text) {
        assertThat(Certificates.isPem(text)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void whatIsNoCertificateIsRefused(String text) {
        assertThat(Certificates.isPem(text)).isFalse();
    }

    static Stream<String> good() {
        return Stream.of(PEM, PEM.strip(), "\n\n" + PEM + "\n" + PEM + "\n", PEM.replace("\n", "\r\n"));
    }

    static List<String> bad() {
        String body = PEM.lines().filter(line -> !line.startsWith("-")).reduce("", String::concat);
        return List.of(
                "",
                "\n",
                body,
                "subject=acme.dev\n" + PEM,
                PEM + "and more",
                PEM.replace("END CERTIFICATE", "END"),
                PEM.replace("CERTIFICATE", "PRIVATE KEY"),
                PEM.replaceFirst("MII", "MIJ"),
                PEM.replaceFirst("Fj", "F!"),
                PEM.substring(0, 200) + PEM.substring(260),
                // Go, whose readers these are for, wants the markers on lines of their own.
                PEM.replace("\n", " "),
                PEM.replace("\n", ""),
                PEM.replaceFirst("-----\n", "-----"),
                PEM.replace("\n-----END", "-----END"),
                PEM.strip() + PEM,
                PEM.indent(2),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getEncoder().encodeToString(PEM.getBytes(StandardCharsets.US_ASCII))
                        + "\n-----END CERTIFICATE-----\n",
                "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n",
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    }
}

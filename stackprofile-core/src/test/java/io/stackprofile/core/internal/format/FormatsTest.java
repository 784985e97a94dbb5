package io.stackprofile.core.internal.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.parameter.ParameterFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each format takes and what it refuses; the values come from the documents of the fields themselves. */
class FormatsTest {

    private static final String LONG_LABEL = "a".repeat(63);

    /** Values of one format, good and bad. */
    private record Table(ParameterFormat format, List<String> good, List<String> bad) {}

    private static final List<Table> TABLES = List.of(
            new Table(
                    ParameterFormat.HOSTNAME,
                    List.of(
                            "a",
                            "localhost",
                            "grafana.acme.dev",
                            "1.2.3.4",
                            "x-1.example",
                            LONG_LABEL + ".dev",
                            (LONG_LABEL + ".").repeat(3) + "a".repeat(61)),
                    List.of(
                            "",
                            ".",
                            "a.",
                            ".a",
                            "a..b",
                            "-a",
                            "a-",
                            "a.-b",
                            "Acme.dev",
                            "a_b",
                            "a b",
                            "a\n",
                            "*.acme.dev",
                            "b\u00fccher.example",
                            "a".repeat(64),
                            (LONG_LABEL + ".").repeat(3) + "a".repeat(62))),
            new Table(
                    ParameterFormat.DNS_LABEL,
                    List.of("a", "0", "web-1", "a--b", LONG_LABEL),
                    List.of("", "-a", "a-", "A", "a.b", "a_b", "a\n", LONG_LABEL + "a")),
            new Table(
                    ParameterFormat.STORAGE_CLASS,
                    List.of("standard", "gp3", "premium-rwo", "csi.acme.dev"),
                    List.of("", "Standard", "gp3_fast", "-x", "a/b")),
            new Table(
                    ParameterFormat.URL,
                    List.of(
                            "https://acme.dev",
                            "http://acme.dev:8080/a/b?c=d#e",
                            "oci://registry.acme.dev/charts",
                            "postgres://db.shop:5432/shop",
                            "https://[fd00::1]/x",
                            "https://10.0.0.1/",
                            "git+ssh://git.acme.dev/x"),
                    List.of(
                            "",
                            "acme.dev",
                            "/path",
                            "https://",
                            "https:///x",
                            "mailto:ops@acme.dev",
                            "https://acme.dev/a b",
                            "https://acme.dev:99999/",
                            "https://b\u00fccher.example/",
                            "ht!tp://acme.dev",
                            "https://acme.dev/\n",
                            "https://acme.dev/%zz",
                            "//acme.dev/x")),
            new Table(
                    ParameterFormat.EMAIL,
                    List.of(
                            "ops@acme.dev",
                            "o.p+s@Acme.Dev",
                            "a@b",
                            "!#$%&'*+/=?^_`{|}~-@acme.dev",
                            "a".repeat(64) + "@acme.dev"),
                    List.of(
                            "",
                            "ops",
                            "@acme.dev",
                            "ops@",
                            ".a@acme.dev",
                            "a.@acme.dev",
                            "a..b@acme.dev",
                            "a b@acme.dev",
                            "a@acme..dev",
                            "a@-acme.dev",
                            "a@b@acme.dev",
                            "\"a b\"@acme.dev",
                            "a@[10.0.0.1]",
                            "a@acme.dev\n",
                            "a@\u212aacme.dev",
                            "a".repeat(65) + "@acme.dev")),
            new Table(
                    ParameterFormat.SEMVER,
                    List.of(
                            "0.0.4",
                            "1.2.3",
                            "10.20.30",
                            "1.1.2-prerelease+meta",
                            "1.1.2+meta",
                            "1.0.0-alpha.beta.1",
                            "1.0.0-alpha0.valid",
                            "1.0.0-rc.1+build.1",
                            "1.2.3----RC-SNAPSHOT.12.9.1--.12+788",
                            "1.0.0-0A.is.legal",
                            "99999999999999999999999.999999999999999999.99999999999999999"),
                    List.of(
                            "",
                            "1",
                            "1.2",
                            "v1.2.3",
                            "1.2.3-0123",
                            "1.2.3-0123.0123",
                            "1.1.2+.123",
                            "+invalid",
                            "-invalid",
                            "alpha.beta",
                            "1.0.0-alpha_beta",
                            "1.0.0-alpha..",
                            "01.1.1",
                            "1.01.1",
                            "1.2.3.DEV",
                            "1.2.31.2.3----RC",
                            "-1.0.3-gamma+b7718",
                            "9.8.7+meta+meta",
                            "1.2.3 ")),
            new Table(
                    ParameterFormat.SEMVER_RANGE,
                    List.of(
                            "*",
                            "1",
                            "1.2",
                            "v1.2.3",
                            "=1.2.3",
                            "!=1.2.3",
                            ">= 1.2, < 3.0.0",
                            ">=1.2.3 <2",
                            ">=1.2 <3 || >= 4.2.3",
                            "^1.2.3",
                            "^0",
                            "~1.2.x",
                            "~> 2",
                            "1.2.X",
                            "1.2 - 1.4.5",
                            "2.3.4 - 4.5",
                            "=>1.1",
                            "=<1.1",
                            ">=1.2.3-0",
                            "1.2.3-beta.1+build.5",
                            "  1.2  ",
                            "1.2||2.3"),
                    List.of(
                            "",
                            "latest",
                            "1.2.3.4",
                            ">",
                            "> 1.2 <",
                            "1.2 ||",
                            "|| 1.2",
                            "^^1.2",
                            "1.2,",
                            "1.2-beta_1",
                            "1..2",
                            "x1",
                            "1x",
                            "1.2.3-01",
                            ">=1.2 && <2",
                            "=1.2.3 !")),
            new Table(
                    ParameterFormat.CIDR,
                    List.of("10.0.0.0/8", "0.0.0.0/0", "192.168.1.7/32", "fd00::/8", "::/0", "2001:db8::1/128"),
                    List.of(
                            "",
                            "10.0.0.0",
                            "10.0.0.0/",
                            "10.0.0.0/33",
                            "10.0.0/8",
                            "10.0.0.0/08",
                            "10.0.0.0/-1",
                            "010.0.0.0/8",
                            "fd00::/129",
                            "/8",
                            "10.0.0.0/8/8",
                            "10.0.0.0/ 8",
                            "10.0.0.0/255.0.0.0")),
            new Table(
                    ParameterFormat.IPV4,
                    List.of("0.0.0.0", "10.0.0.1", "255.255.255.255", "1.20.100.249"),
                    List.of(
                            "",
                            "1.2.3",
                            "1.2.3.4.5",
                            "256.0.0.1",
                            "1.2.3.04",
                            "01.2.3.4",
                            "1.2.3.4 ",
                            "1.2.3.a",
                            "0x1.2.3.4",
                            "1.2.3.-4",
                            "::1")),
            new Table(
                    ParameterFormat.IPV6,
                    List.of(
                            "::",
                            "::1",
                            "1::",
                            "fd00::1",
                            "2001:db8:0:0:8:800:200c:417a",
                            "2001:DB8::8:800:200C:417A",
                            "1:2:3:4:5:6:7:8",
                            "1:2:3:4:5:6:7::",
                            "::2:3:4:5:6:7:8",
                            "::ffff:129.144.52.38",
                            "0:0:0:0:0:0:13.1.68.3"),
                    List.of(
                            "",
                            ":",
                            ":::",
                            "1:2:3:4:5:6:7",
                            "1:2:3:4:5:6:7:8:9",
                            "1:2:3:4::5:6:7:8",
                            "1::2::3",
                            "12345::",
                            "g::1",
                            "::1%eth0",
                            "[::1]",
                            "::1/128",
                            "1:2:3:4:5:6:7:1.2.3.4",
                            "::1.2.3",
                            "1.2.3.4::",
                            "::01.2.3.4",
                            ":1::2",
                            "1::2:",
                            "10.0.0.1")),
            new Table(
                    ParameterFormat.QUANTITY,
                    List.of(
                            "0", "1", "+5", "-5", "500m", "1.5Gi", "0.5", ".5", "5.", "1e3", "1E3", "1e-3", "1e+3",
                            "100n", "100u", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Ti", "1Pi", "1Ei"),
                    List.of(
                            "", ".", "+", "k", "Gi", "1K", "1KiB", "1GB", "1gi", "1 Gi", " 1", "1 ", "1,5", "1.1.M",
                            "1+1.0M", "0.1mi", "0.1am", "aoeu", ".5i", "1i", "-3.01i", "-3.01e-", "1e", "--1", "1e1.5",
                            "0x10", "1_000")),
            new Table(
                    ParameterFormat.DURATION,
                    List.of(
                            "0",
                            "+0",
                            "-0",
                            "5s",
                            "1h30m",
                            "-1.5h",
                            "+5s",
                            ".5s",
                            "1.s",
                            "500ms",
                            "10us",
                            "10\u00b5s",
                            "10\u03bcs",
                            "10ns",
                            "1h1m1s1ms1us1ns",
                            "3m2h",
                            "2562047h47m16.854775807s"),
                    List.of(
                            "",
                            "3",
                            "-",
                            "s",
                            ".",
                            ".s",
                            "1d",
                            "1w",
                            "1 h",
                            "1h 30m",
                            "1H",
                            "PT1H",
                            "1h-30m",
                            "--1s",
                            "2562047h47m16.854775808s",
                            "9999999999h")),
            new Table(
                    ParameterFormat.CRON,
                    List.of(
                            "* * * * *",
                            "0 3 * * 1-5",
                            "*/5 * * * *",
                            "0-30/10 * * * *",
                            "5/15 * * * *",
                            "0 0 1,15 * *",
                            "0 0 * JAN-mar *",
                            "0 0 * * SUN",
                            "0 0 ? * mon,WED",
                            "0 0 * * 0",
                            "  0   0 * * 6 ",
                            "0,,5 * * * *",
                            "@hourly",
                            "@daily",
                            "@midnight",
                            "@weekly",
                            "@monthly",
                            "@yearly",
                            "@annually",
                            "@every 1h30m"),
                    List.of(
                            "",
                            "*",
                            "* * * *",
                            "* * * * * *",
                            "60 * * * *",
                            "* 24 * * *",
                            "* * 0 * *",
                            "* * 32 * *",
                            "* * * 0 *",
                            "* * * 13 *",
                            "* * * * 7",
                            "* * * * -1",
                            "5-1 * * * *",
                            "*/0 * * * *",
                            "*/ * * * *",
                            "1-2-3 * * * *",
                            "*/5/5 * * * *",
                            "a * * * *",
                            "* * * january *",
                            "0 0 * * fri-mon",
                            ", * * * *",
                            "TZ=UTC 0 0 * * *",
                            "CRON_TZ=UTC 0 0 * * *",
                            "@reboot",
                            "@Hourly",
                            "@every",
                            "@every 1d",
                            "H * * * *",
                            "0 0 L * *")),
            new Table(
                    ParameterFormat.PORT,
                    List.of("1", "80", "8080", "65535"),
                    List.of("", "0", "65536", "99999", "080", "-1", "+80", "80.0", "http", " 80", "100000")));

    private static final Map<ParameterFormat, Class<?>> ELSEWHERE =
            Map.of(ParameterFormat.PEM_CERTIFICATE, CertificatesTest.class);

    @TestFactory
    Stream<DynamicTest> everyValueIsTakenOrRefusedAsItsFieldDoes() {
        return TABLES.stream()
                .flatMap(table -> Stream.concat(
                        table.good().stream().map(text -> test(table.format(), text, true)),
                        table.bad().stream().map(text -> test(table.format(), text, false))));
    }

    @ParameterizedTest
    @EnumSource(ParameterFormat.class)
    void everyFormatHasATableAndIsDescribedByAnExampleOrAShape(ParameterFormat format) {
        assertThat(TABLES.stream().map(Table::format).anyMatch(format::equals) || ELSEWHERE.containsKey(format))
                .isTrue();
        assertThat(Formats.describe(format)).isNotBlank();
        assertThat(ParameterFormat.of(format.label())).isEqualTo(format);
    }

    /** What makes backtracking readers slow: each is answered in less than the time the whole test may take. */
    @ParameterizedTest
    @EnumSource(ParameterFormat.class)
    void hostileTextsAreAnswered(ParameterFormat format) {
        for (String part :
                List.of("a", "a.", "a-", "1", "1.", "0,", "1h", "::", "1:", "*/1,", "- ", "^1 ", "||", "/", "@")) {
            String text = part.repeat(400_000 / part.length());

            assertThat(Formats.matches(format, text + "!")).isFalse();
            assertThat(Formats.matches(format, "-----BEGIN CERTIFICATE-----" + text))
                    .isFalse();
        }
    }

    private static DynamicTest test(ParameterFormat format, String text, boolean good) {
        return DynamicTest.dynamicTest(
                format.label() + (good ? " takes '" : " refuses '") + text + "'",
                () -> assertThat(Formats.matches(format, text)).isEqualTo(good));
    }
}

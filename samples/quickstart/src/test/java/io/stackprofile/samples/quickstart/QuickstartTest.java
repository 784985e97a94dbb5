package io.stackprofile.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {

    private static final Path STACKS = Path.of(System.getProperty("stackprofile.root"), "samples", "stacks");

    @TempDir
    static Path work;

    private static String output;

    @BeforeAll
    static void run() throws IOException {
        PrintStream standardOut = System.out;
        ByteArrayOutputStream captured = new ByteArrayOutputStream();
        System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
        try {
            Quickstart.main(new String[] {work.toString()});
        } finally {
            System.setOut(standardOut);
        }
        output = captured.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everyStepHasASectionAndEverySectionHasLines() {
        List<String> sections = List.of(output.strip().split("(?m)^== "));
        assertThat(sections)
                .extracting(section -> section.lines().findFirst().orElse("").split("[: ]")[0])
                .containsExactly(
                        "",
                        "Captured",
                        "Redacted",
                        "Parameters",
                        "Stack",
                        "Committed",
                        "v1",
                        "Update",
                        "Exported",
                        "Rebased",
                        "Published",
                        "Suggested",
                        "Standing",
                        "Updated",
                        "Ended");
        assertThat(sections.subList(1, sections.size()))
                .allSatisfy(section -> assertThat(section.lines().filter(line -> !line.isBlank()))
                        .hasSizeGreaterThan(1));
    }

    @Test
    void theStoryIsTheSampleStacks() {
        assertThat(output)
                .contains("platform-baseline v1: 22 members", "platform on staging is deployed", "22 created")
                .contains("manifest/legacy-edi-gateway removed", "manifest/tracking-geocoder added")
                .contains("manifest/network-policies changed, comments or formatting only")
                .contains("1 deployed instance is behind", "platform on staging runs v1");
    }

    @Test
    void theProfileLivesOnUntilItIsDeleted() throws IOException {
        assertThat(output)
                .contains("0 conflicts; it follows v3 now", "v4 on stable, compatible as expected")
                .contains("manifest/storage /spec/resources/requests/storage: \"200Gi\" -> \"300Gi\"")
                .contains("contoso  approved", "contoso  rejected", "contoso  withdrawn", "Disks come and go.")
                .contains("v5 on beta is by contoso/carol", "v2 while pinned, v4 after", "defect: Its disk fills up.")
                .contains("platform on staging is 3 versions behind", "from v1 to v4, deployed")
                .contains("asked: tracking_geocoder_vault_token", "lost: legacy_edi_gateway_db_password, removed")
                .contains("alice  deleted");
        assertThat(work.resolve("changes.html")).content().contains("300Gi").doesNotContain("<script");
        assertThat(work.resolve("order.svg")).content().startsWith("<svg");
    }

    @Test
    void nothingPrintedIsMissing() {
        assertThat(output).doesNotContain("NaN", "null", "Optional", "[]", "{}").doesNotContainPattern("(?m):[ ]*->");
    }

    @Test
    void theExportLiesWhereItSays() throws IOException {
        Path export = work.resolve("platform-baseline.stackprofile.yaml");
        assertThat(output).contains("Exported: " + export);
        assertThat(export).isNotEmptyFile();
        assertThat(output).contains(Files.size(export) + " bytes");
    }

    @Test
    void noPlantedCredentialIsPrintedStoredExportedOrDeployed() throws IOException {
        assertThat(plantedIn(output)).as("output").isEmpty();
        List<Path> files = new ArrayList<>();
        try (Stream<Path> top = Files.list(work);
                Stream<Path> target = Files.walk(work.resolve("staging"))) {
            Stream.concat(top, target).filter(Files::isRegularFile).forEach(files::add);
        }
        assertThat(files).hasSizeGreaterThan(20);
        for (Path file : files) {
            assertThat(plantedIn(Files.readString(file, StandardCharsets.ISO_8859_1)))
                    .as(file.toString())
                    .isEmpty();
        }
    }

    @Test
    void theSearchForPlantedCredentialsFindsThemWhereTheyAre() throws IOException {
        assertThat(plantedIn(
                        Files.readString(work.resolve("prod/manifests/edge-tls.yaml"), StandardCharsets.ISO_8859_1)))
                .contains("prod/manifests/edge-tls.yaml tls-private-key-line");
    }

    /** The kinds of planted credential that {@code text} holds, as they are or in base64. */
    private static List<String> plantedIn(String text) throws IOException {
        List<String> found = new ArrayList<>();
        for (String line : Files.readAllLines(STACKS.resolve("planted.tsv"))) {
            String[] row = line.split("\t");
            boolean captured = row[0].startsWith("prod") && !row[2].startsWith("weak-");
            if (captured && (text.contains(row[3]) || base64(row[3]).stream().anyMatch(text::contains))) {
                found.add(row[0] + "/" + row[1] + " " + row[2]);
            }
        }
        return found;
    }

    /** Base64 wherever in a longer text the secret may stand: the ends that neighbours change are left off. */
    private static List<String> base64(String secret) {
        List<String> spellings = new ArrayList<>();
        for (int offset = 0; offset < 3; offset++) {
            byte[] shifted = ("xyz".substring(0, offset) + secret).getBytes(StandardCharsets.UTF_8);
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            spellings.add(encoded.substring(
                    offset == 0 ? 0 : offset + 1, encoded.length() - (shifted.length % 3 == 0 ? 0 : 1)));
        }
        return spellings;
    }
}

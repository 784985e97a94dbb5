package io.stackprofile.core.internal.clean;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.capture.Cleaning;
import org.junit.jupiter.api.Test;

/** Defaults that stand deep in lists which their applier owns as a whole, so that the tables alone can tell. */
class FilledInTest {

    private static Cleaned cleaned(String apiVersion, String kind, String spec) {
        return LiveCorpus.clean(
                "{\"apiVersion\": \"%s\", \"kind\": \"%s\", \"metadata\": {\"name\": \"a\", \"uid\": \"1\"}, \"spec\": %s}"
                        .formatted(apiVersion, kind, spec));
    }

    private static Object spec(Cleaned cleaned) {
        return LiveCorpus.tree(cleaned.member().text().orElseThrow()).get("spec");
    }

    @Test
    void aVolumeOnAnAzureDiskIsWhatWasSaid() {
        Cleaned volume = cleaned(
                "v1",
                "PersistentVolume",
                "{\"azureDisk\": {\"diskName\": \"d\", \"diskURI\": \"u\", \"cachingMode\": \"ReadWrite\", \"fsType\": \"ext4\", "
                        + "\"kind\": \"Shared\", \"readOnly\": false}}");

        assertThat(spec(volume)).isEqualTo(LiveCorpus.tree("azureDisk: {diskName: d, diskURI: u}"));
        assertThat(volume.cleanings())
                .filteredOn(cleaning -> cleaning.rule().equals("default-volume"))
                .hasSize(4);
    }

    @Test
    void aPodsCertificateLivesADayUnlessSomethingElseWasSaid() {
        String pod =
                "{\"template\": {\"spec\": {\"volumes\": [{\"name\": \"c\", \"projected\": {\"sources\": [{\"podCertificate\": "
                        + "{\"keyType\": \"ED25519\", \"maxExpirationSeconds\": %d}}]}}]}}}";

        assertThat(cleaned("apps/v1", "Deployment", pod.formatted(86400)).cleanings())
                .extracting(Cleaning::rule)
                .contains("default-volume");
        assertThat(cleaned("apps/v1", "Deployment", pod.formatted(7200)).cleanings())
                .extracting(Cleaning::rule)
                .doesNotContain("default-volume");
    }
}

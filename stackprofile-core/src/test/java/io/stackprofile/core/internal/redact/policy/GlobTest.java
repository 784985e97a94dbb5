package io.stackprofile.core.internal.redact.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "/data/password,          /data/password,           true",
        "/data/password,          /data/password/x,         false",
        "data.password,           /data/password,           true",
        "data.*,                  /data/password,           true",
        "data.*,                  /data,                    false",
        "data.*,                  /data/a/b,                false",
        "data.**,                 /data,                    true",
        "data.**,                 /data/a/b,                true",
        "**.password,             /password,                true",
        "**.password,             /a/b/password,            true",
        "**.password,             /a/b/password/c,          false",
        "**.env.**.value,         /spec/env/0/value,        true",
        "**.env.*.value,          /spec/env/0/x/value,      false",
        "spec.containers.0.image, /spec/containers/0/image, true",
        "/metadata/annotations/a~1b, /metadata/annotations/a~1b, true",
        "/x/a.b,                  /x/a.b,                   true",
        "x.a.b,                   /x/a.b,                   false",
        "x.a*,                    /x/a.b,                   true",
        "x.*db*pass*,             /x/my-db-the-password,    true",
        "x.*db*pass,              /x/my-db-the-password,    false"
    })
    void aPathIsMatchedSegmentBySegment(String glob, String pointer, boolean matches) {
        assertThat(Glob.ofPath(glob).matches(Glob.pointer(pointer))).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "addon/grafana, addon/grafana, true",
        "addon/*, addon/grafana, true",
        "addon/*, manifest/grafana, false",
        "*/grafana, manifest/grafana, true",
        "manifest/*, manifest/db/statefulset, false",
        "manifest/**, manifest/db/statefulset, true"
    })
    void aMembersNameMayHaveSlashes(String glob, String ref, boolean matches) {
        assertThat(Glob.ofMember(glob).matches(List.of(ref.split("/")))).isEqualTo(matches);
    }

    @Test
    void aHostileGlobTakesNoLongerThanItsLengthExplains() {
        Glob glob = Glob.ofPath("**." + "*a*a*a*a*a*a*a*a*a*a.**.".repeat(15) + "b");

        assertThat(glob.matches(Collections.nCopies(500, "a".repeat(500)))).isFalse();
    }
}

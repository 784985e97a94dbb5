package io.stackprofile.cluster.directory;

import io.stackprofile.stack.Member;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a commit would write.
 *
 * @param files new texts of members by path
 * @param entries new texts by path of the files that refer to them; these become visible last
 * @param members the commit's members as they will be read
 * @param secrets what the files refer to and a secret writer gets
 */
record Plan(Map<String, String> files, Map<String, String> entries, List<Member> members, List<SecretName> secrets) {

    /** Every new text by path. */
    Map<String, String> changes() {
        Map<String, String> changes = new LinkedHashMap<>(files);
        changes.putAll(entries);
        return changes;
    }
}

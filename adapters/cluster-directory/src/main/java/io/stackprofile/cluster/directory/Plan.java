package io.stackprofile.cluster.directory;

import io.stackprofile.stack.Member;
import java.util.List;
import java.util.Map;

/**
 * What a commit would write.
 *
 * @param files new texts by path, in the order in which they become visible
 * @param members the commit's members as they will be read
 * @param secrets what the files refer to and a secret writer gets
 */
record Plan(Map<String, String> files, List<Member> members, List<SecretName> secrets) {}

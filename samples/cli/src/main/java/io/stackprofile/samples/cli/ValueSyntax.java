package io.stackprofile.samples.cli;

import io.stackprofile.stack.MemberRef;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A place in a draft as it is written in a shell: {@code manifest/web:/spec/replicas}, and {@code manifest/web#2:/data}
 * for the second document.
 *
 * @param member the member
 * @param document which document, from 0
 * @param path the path in it
 */
record ValueSyntax(MemberRef member, int document, String path) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static ValueSyntax parse(String text) {
        int colon = text.indexOf(":/");
        if (colon < 1) {
            throw new UsageException(
                    "a value stands at MEMBER:/PATH", "Write manifest/web:/spec/replicas, for instance.");
        }
        String member = text.substring(0, colon);
        int hash = member.lastIndexOf('#');
        boolean numbered = hash > 0 && member.substring(hash + 1).matches("\\d{1,6}");
        return new ValueSyntax(
                MemberRef.parse(numbered ? member.substring(0, hash) : member),
                numbered ? Integer.parseInt(member.substring(hash + 1)) - 1 : 0,
                text.substring(colon + 1));
    }

    /** JSON where it is some, else the text itself. */
    static @Nullable Object value(String text) {
        try {
            return JSON.readValue(text, Object.class);
        } catch (JacksonException plainText) {
            return text;
        }
    }
}

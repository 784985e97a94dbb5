package io.stackprofile.core.internal.parameterise;

import io.stackprofile.error.Location;
import io.stackprofile.stack.Member;
import io.stackprofile.yaml.YamlScalar;
import java.util.List;

/** The ways to make all of a scalar a placeholder. */
public final class WholeValues {

    private WholeValues() {}

    /** From the one that is preferred; each has to be tried, for not all of them give the text back. */
    public static List<Candidate> of(Member member, YamlScalar scalar) {
        ScalarPlace place =
                new ScalarPlace(member, member.text().orElse(""), scalar, Location.member(member.ref()), false);
        return new WholeScalar(place).candidates();
    }
}

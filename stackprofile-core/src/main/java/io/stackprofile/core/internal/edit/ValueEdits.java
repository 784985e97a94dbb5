package io.stackprofile.core.internal.edit;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.source.MemberText;
import io.stackprofile.core.internal.source.YamlRefusal;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.yaml.YamlException;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlPatch;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Sets, adds and removes single values of members' texts; the rest of a text stays byte for byte. */
final class ValueEdits {

    private final StackSpec spec;
    private final Limits limits;
    private final Location place;
    private final MemberRef ref;
    private final int document;
    private final String path;

    private ValueEdits(StackSpec spec, Limits limits, MemberRef ref, int document, String path) {
        this.spec = spec;
        this.limits = limits;
        this.ref = ref;
        this.document = document;
        this.path = path;
        this.place =
                Location.builder().member(ref).document(document).path(path).build();
    }

    static StackSpec apply(StackSpec spec, DraftEdit edit, Limits limits) {
        if (edit instanceof DraftEdit.SetValue set) {
            return new ValueEdits(spec, limits, set.member(), set.document(), set.path())
                    .patched(false, patch -> patch.put(set.document(), set.path(), set.value()));
        }
        if (edit instanceof DraftEdit.AddValue add) {
            return new ValueEdits(spec, limits, add.member(), add.document(), add.path())
                    .patched(true, patch -> patch.put(add.document(), add.path(), add.value()));
        }
        if (edit instanceof DraftEdit.RemoveValue remove) {
            return new ValueEdits(spec, limits, remove.member(), remove.document(), remove.path())
                    .patched(false, patch -> patch.remove(remove.document(), remove.path()));
        }
        return spec;
    }

    private StackSpec patched(boolean added, UnaryOperator<YamlPatch> change) {
        Member member = MemberEdits.find(spec, ref);
        YamlFile file = MemberText.parse(ref, Optional.empty(), text(member), limits);
        if (document < 0 || document >= file.documents().size()) {
            throw refused("the member has " + file.documents().size() + " documents", "Count them from 0.");
        }
        try {
            if (added && file.documents().get(document).at(path).isPresent()) {
                throw refused("something stands at this path already", "Set the value instead, or name another path.");
            }
            String text = change.apply(new YamlPatch(file)).file().text();
            return spec.with(member.withText(text));
        } catch (IllegalArgumentException nowhere) {
            throw refused(
                    "nothing stands at this path, and its last step is no new key of a mapping that is there",
                    "Write an RFC 6901 pointer, such as /spec/replicas, to a value, a new key or, with /-, a new item.");
        } catch (YamlException refused) {
            throw YamlRefusal.translate(Optional.empty(), Optional.of(ref), refused);
        }
    }

    private String text(Member member) {
        return member.text()
                .orElseThrow(() -> refused(
                        "the add-on has no values; the chart's defaults hold", "Put the add-on with values first."));
    }

    private InvalidContentException refused(String problem, String remedy) {
        return new InvalidContentException(ErrorCode.INVALID_REQUEST, problem, remedy, place);
    }
}

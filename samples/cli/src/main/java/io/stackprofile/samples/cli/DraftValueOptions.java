package io.stackprofile.samples.cli;

import io.stackprofile.draft.DraftEdit;
import io.stackprofile.stack.MemberRef;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Changes of single values, and of members' names. */
final class DraftValueOptions {

    @Option(
            names = "--set",
            paramLabel = "MEMBER:/PATH=VALUE",
            description =
                    "Put a value, JSON or else text, at a path; MEMBER#2 is its second document, /- a list's end.")
    private List<String> set = new ArrayList<>();

    @Option(
            names = "--set-text",
            paramLabel = "MEMBER:/PATH=TEXT",
            description = "Put a text, also if it looks like JSON.")
    private List<String> setText = new ArrayList<>();

    @Option(names = "--add", paramLabel = "MEMBER:/PATH=VALUE", description = "As --set, where nothing stands yet.")
    private List<String> add = new ArrayList<>();

    @Option(names = "--unset", paramLabel = "MEMBER:/PATH", description = "Remove the key or item at a path.")
    private List<String> unset = new ArrayList<>();

    @Option(names = "--rename", paramLabel = "MEMBER=NAME", description = "Rename a member; edges to it follow.")
    private List<String> rename = new ArrayList<>();

    List<DraftEdit> edits() {
        List<DraftEdit> edits = new ArrayList<>();
        set.forEach(text -> edits.add(Assigned.parse(text).set(true)));
        setText.forEach(text -> edits.add(Assigned.parse(text).set(false)));
        add.forEach(text -> edits.add(Assigned.parse(text).add()));
        unset.forEach(text -> {
            ValueSyntax place = ValueSyntax.parse(text);
            edits.add(new DraftEdit.RemoveValue(place.member(), place.document(), place.path()));
        });
        rename.forEach(text -> edits.add(renamed(text)));
        return edits;
    }

    private static DraftEdit renamed(String text) {
        int equals = text.lastIndexOf('=');
        if (equals < 1 || equals == text.length() - 1) {
            throw new UsageException("a member is renamed by MEMBER=NAME", "Write manifest/web=front, for instance.");
        }
        return new DraftEdit.RenameMember(MemberRef.parse(text.substring(0, equals)), text.substring(equals + 1));
    }

    private record Assigned(ValueSyntax place, String value) {

        static Assigned parse(String text) {
            int equals = text.indexOf('=', Math.max(0, text.indexOf(":/")));
            if (equals < 0) {
                throw new UsageException(
                        "a value is put by MEMBER:/PATH=VALUE", "Write '=' and the value behind the path.");
            }
            return new Assigned(ValueSyntax.parse(text.substring(0, equals)), text.substring(equals + 1));
        }

        DraftEdit set(boolean json) {
            return new DraftEdit.SetValue(
                    place.member(), place.document(), place.path(), json ? ValueSyntax.value(value) : value);
        }

        DraftEdit add() {
            return new DraftEdit.AddValue(place.member(), place.document(), place.path(), ValueSyntax.value(value));
        }
    }
}

package io.stackprofile.cluster.directory;

import io.stackprofile.stack.Member;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a commit would write. Each part is on the disk before the next one begins, so that whatever stops it, what is
 * there can be read, and a repeat completes it: a member is noted as put there once it is there, and as no more once it is
 * gone.
 *
 * @param files new texts of members by path
 * @param entries new texts by path of the files that refer to them
 * @param deletions the files that go, since nothing refers to them any more
 * @param notes what is noted about the stack
 * @param members the commit's members as they will be read
 * @param secrets what the files refer to and a secret writer gets
 * @param removals what becomes of the commit's removals
 */
record Plan(
        Map<String, String> files,
        Map<String, String> entries,
        Set<String> deletions,
        Optional<NotesChange> notes,
        List<Member> members,
        List<SecretName> secrets,
        Removals removals) {

    /**
     * What is noted about a stack.
     *
     * @param path where
     * @param text the new text; absent when the file goes
     */
    record NotesChange(String path, Optional<String> text) {

        /** What changes {@code before} into {@code after}; empty when that is nothing. */
        static Optional<NotesChange> of(String stack, StackNotes before, StackNotes after, boolean kept) {
            Optional<String> text = Optional.of(after).filter(notes -> kept).map(StackNotes::text);
            boolean same = kept ? after.equals(before) : before.isNone();
            return same ? Optional.empty() : Optional.of(new NotesChange(StackNotes.path(stack), text));
        }
    }

    /** Every new text by path. */
    Map<String, String> changes() {
        Map<String, String> changes = new LinkedHashMap<>(files);
        changes.putAll(entries);
        notes.ifPresent(note -> note.text().ifPresent(text -> changes.put(note.path(), text)));
        return changes;
    }

    /** Whether it writes nothing. */
    boolean isEmpty() {
        return files.isEmpty() && entries.isEmpty() && deletions.isEmpty() && notes.isEmpty();
    }
}

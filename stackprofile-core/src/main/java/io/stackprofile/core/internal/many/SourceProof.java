package io.stackprofile.core.internal.many;

import io.stackprofile.Limits;
import io.stackprofile.capture.SourceResidual;
import io.stackprofile.capture.SourceResidual.Kind;
import io.stackprofile.core.internal.source.MemberText;
import io.stackprofile.core.internal.template.FieldTexts;
import io.stackprofile.error.Location;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.yaml.YamlDocument;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Compares what binding a source's values gives with the source itself, and lists every place where they differ. */
final class SourceProof {

    private final StackSpec bound;
    private final StackSpec source;
    private final MemberPairs pairs;
    private final Limits limits;
    private final UnaryOperator<String> mask;
    private final List<SourceResidual> residuals = new ArrayList<>();

    /**
     * A comparison, for one use.
     *
     * @param bound the common stack with the source's values
     * @param source the source with its own
     * @param pairs which of their members are the same
     * @param mask takes secrets out of a path
     */
    SourceProof(StackSpec bound, StackSpec source, MemberPairs pairs, Limits limits, UnaryOperator<String> mask) {
        this.bound = bound;
        this.source = source;
        this.pairs = pairs;
        this.limits = limits;
        this.mask = mask;
    }

    /** @param toTheCharacter whether texts must be the same, and not only what they say */
    List<SourceResidual> residuals(boolean toTheCharacter) {
        if (!bound.description().equals(source.description())) {
            residuals.add(new SourceResidual(Kind.VALUE, Location.unknown()));
        }
        for (Member member : bound.members()) {
            Optional<Member> twin =
                    Optional.ofNullable(pairs.pairs().get(member.ref())).flatMap(found -> source.find(found.ref()));
            if (twin.isEmpty()) {
                residuals.add(new SourceResidual(Kind.MEMBER_MISSING, Location.member(member.ref())));
                continue;
            }
            int before = residuals.size();
            fields(member, twin.get());
            edges(member, twin.get());
            texts(member, twin.get());
            boolean same = member.text().equals(twin.get().text());
            if (toTheCharacter && !same && residuals.size() == before) {
                residuals.add(new SourceResidual(Kind.TEXT, Location.member(member.ref())));
            }
        }
        pairs.added()
                .forEach(member -> residuals.add(new SourceResidual(Kind.MEMBER_ADDED, Location.member(member.ref()))));
        return List.copyOf(residuals);
    }

    private void fields(Member member, Member twin) {
        Map<String, String> mine = fields(member);
        Map<String, String> yours = fields(twin);
        Set<String> all = new HashSet<>(mine.keySet());
        all.addAll(yours.keySet());
        all.stream().sorted().forEach(field -> {
            String one = mine.get(field);
            String two = yours.get(field);
            if (!Objects.equals(one, two)) {
                Kind kind = two == null ? Kind.FIELD_MISSING : one == null ? Kind.FIELD_ADDED : Kind.VALUE;
                residuals.add(new SourceResidual(kind, Location.member(member.ref())));
            }
        });
    }

    private static Map<String, String> fields(Member member) {
        Map<String, String> fields = new LinkedHashMap<>();
        FieldTexts.map(member, (field, text) -> {
            fields.put(field, text);
            return text;
        });
        return fields;
    }

    private void edges(Member member, Member twin) {
        Map<MemberRef, MemberRef> names = new HashMap<>();
        pairs.pairs().forEach((ref, other) -> names.put(other.ref(), ref));
        Set<MemberRef> theirs = new HashSet<>();
        twin.parents().forEach(parent -> theirs.add(names.getOrDefault(parent, parent)));
        if (!theirs.equals(new HashSet<>(member.parents()))) {
            residuals.add(new SourceResidual(Kind.EDGES, Location.member(member.ref())));
        }
    }

    private void texts(Member member, Member twin) {
        if (member.text().equals(twin.text())) {
            return;
        }
        if (member.text().isEmpty() || twin.text().isEmpty()) {
            Kind kind = twin.text().isEmpty() ? Kind.FIELD_MISSING : Kind.FIELD_ADDED;
            residuals.add(new SourceResidual(kind, Location.member(member.ref())));
            return;
        }
        YamlFile one =
                MemberText.parse(member.ref(), Optional.empty(), member.text().get(), limits);
        YamlFile two =
                MemberText.parse(twin.ref(), Optional.empty(), twin.text().get(), limits);
        DocumentPairs documents = DocumentPairs.of(one, two);
        documents
                .pairs()
                .forEach((mine, yours) -> new NodePairs(
                                new Differences(member.ref(), mine.index(), twin.ref(), yours.index()))
                        .walk(DocumentPairs.root(mine), DocumentPairs.root(yours)));
        documents.missing().forEach(document -> residuals.add(of(Kind.FIELD_MISSING, member.ref(), document)));
        documents.added().forEach(document -> residuals.add(of(Kind.FIELD_ADDED, twin.ref(), document)));
    }

    private SourceResidual of(Kind kind, MemberRef member, YamlDocument document) {
        return at(kind, member, document.index(), "");
    }

    private SourceResidual at(Kind kind, MemberRef member, int document, String pointer) {
        return new SourceResidual(
                kind,
                Location.builder()
                        .member(member)
                        .document(document)
                        .path(mask.apply(pointer))
                        .build());
    }

    /** Notes what differs in a document. */
    private final class Differences implements NodePairs.Visitor {

        private final MemberRef member;
        private final int document;
        private final MemberRef theirMember;
        private final int theirDocument;

        Differences(MemberRef member, int document, MemberRef theirMember, int theirDocument) {
            this.member = member;
            this.document = document;
            this.theirMember = theirMember;
            this.theirDocument = theirDocument;
        }

        @Override
        public void scalars(String pointer, YamlScalar lead, YamlScalar other) {
            if (!lead.value().equals(other.value())) {
                boolean typed = lead.value().kind() == other.value().kind();
                note(typed ? Kind.VALUE : Kind.TYPE, pointer);
            }
        }

        @Override
        public void missing(String pointer) {
            note(Kind.FIELD_MISSING, pointer);
        }

        @Override
        public void added(String pointer) {
            residuals.add(at(Kind.FIELD_ADDED, theirMember, theirDocument, pointer));
        }

        @Override
        public void unlike(String pointer) {
            note(Kind.STRUCTURE, pointer);
        }

        @Override
        public void reordered(String pointer) {
            note(Kind.ORDER, pointer);
        }

        private void note(Kind kind, String pointer) {
            residuals.add(at(kind, member, document, pointer));
        }
    }
}

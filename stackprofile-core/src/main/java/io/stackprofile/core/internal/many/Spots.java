package io.stackprofile.core.internal.many;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.source.MemberText;
import io.stackprofile.core.internal.template.FieldTexts;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the values of the leading stack that differ in another one, in the order of members and places. */
final class Spots {

    /** What an object is, rather than what it says: no parameter stands there. */
    private static final Set<String> IDENTITY = Set.of("/apiVersion", "/kind");

    private final List<SourceStack> sources;
    private final Limits limits;
    private final Map<MemberRef, Map<String, Spot>> fields = new HashMap<>();
    private final Map<MemberRef, Map<YamlScalar, Spot>> scalars = new HashMap<>();
    private final Map<MemberRef, YamlFile> files = new HashMap<>();

    private Spots(List<SourceStack> sources, Limits limits) {
        this.sources = sources;
        this.limits = limits;
    }

    /**
     * The spots of each member that differs, fields first.
     *
     * @param sources the leading stack first
     */
    static Map<MemberRef, List<Spot>> of(List<SourceStack> sources, Limits limits) {
        Spots spots = new Spots(sources, limits);
        for (int i = 1; i < sources.size(); i++) {
            spots.compare(i);
        }
        return spots.found();
    }

    private void compare(int source) {
        Map<MemberRef, Member> pairs = MemberPairs.of(
                        sources.get(0).spec(), sources.get(source).spec(), limits)
                .pairs();
        for (Member member : sources.get(0).spec().members()) {
            Member other = pairs.get(member.ref());
            if (other != null) {
                compareFields(source, member, other);
                compareTexts(source, member, other);
            }
        }
    }

    private void compareFields(int source, Member member, Member other) {
        Map<String, String> theirs = fields(other);
        fields(member).forEach((field, text) -> {
            String their = theirs.get(field);
            if (their != null) {
                fields.computeIfAbsent(member.ref(), ref -> new LinkedHashMap<>())
                        .computeIfAbsent(
                                field, name -> Spot.field(member.ref(), name, Reading.of(text), sources.size()))
                        .see(source, Reading.of(their));
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

    private void compareTexts(int source, Member member, Member other) {
        String text = member.text().orElse("");
        String their = other.text().orElse("");
        if (text.equals(their) && !Atom.hasToken(text)) {
            sameTexts(source, member);
            return;
        }
        YamlFile lead = files.computeIfAbsent(member.ref(), ref -> parse(member));
        YamlFile file = parse(other);
        DocumentPairs.of(lead, file).pairs().forEach((mine, yours) -> {
            Scalars seen = new Scalars(source, member.ref(), lead, file, mine.index());
            new NodePairs(seen).walk(DocumentPairs.root(mine), DocumentPairs.root(yours));
        });
    }

    /** A source whose text is the same has the leading value wherever another one differs. */
    private void sameTexts(int source, Member member) {
        YamlFile lead = files.computeIfAbsent(member.ref(), ref -> parse(member));
        DocumentPairs.of(lead, lead)
                .pairs()
                .forEach((mine, same) -> new NodePairs(new Scalars(source, member.ref(), lead, lead, mine.index()))
                        .walk(DocumentPairs.root(mine), DocumentPairs.root(same)));
    }

    private YamlFile parse(Member member) {
        return MemberText.parse(member.ref(), Optional.empty(), member.text().orElse(""), limits);
    }

    private Map<MemberRef, List<Spot>> found() {
        Map<MemberRef, List<Spot>> found = new LinkedHashMap<>();
        for (Member member : sources.get(0).spec().members()) {
            List<Spot> open = new ArrayList<>();
            fields.getOrDefault(member.ref(), Map.of()).values().stream()
                    .filter(Spot::isOpen)
                    .forEach(open::add);
            scalars.getOrDefault(member.ref(), Map.of()).entrySet().stream()
                    .sorted(Comparator.comparing(entry -> entry.getKey().span().start()))
                    .map(Map.Entry::getValue)
                    .filter(Spot::isOpen)
                    .forEach(open::add);
            if (!open.isEmpty()) {
                found.put(member.ref(), open);
            }
        }
        return found;
    }

    /** Notes the scalars of one document; what has no twin is told by the proof. */
    private final class Scalars implements NodePairs.Visitor {

        private final int source;
        private final MemberRef member;
        private final YamlFile lead;
        private final YamlFile file;
        private final int document;

        Scalars(int source, MemberRef member, YamlFile lead, YamlFile file, int document) {
            this.source = source;
            this.member = member;
            this.lead = lead;
            this.file = file;
            this.document = document;
        }

        @Override
        public void scalars(String pointer, YamlScalar one, YamlScalar other) {
            if (!IDENTITY.contains(pointer)) {
                scalars.computeIfAbsent(member, ref -> new IdentityHashMap<>())
                        .computeIfAbsent(one, scalar -> spot(pointer, scalar))
                        .see(source, Reading.of(file, other));
            }
        }

        private Spot spot(String pointer, YamlScalar scalar) {
            Spot spot = Spot.scalar(member, document, pointer, scalar, Reading.of(lead, scalar), sources.size());
            if (pointer.endsWith("/value")) {
                String sibling = pointer.substring(0, pointer.length() - "value".length()) + "name";
                lead.documents()
                        .get(document)
                        .at(sibling)
                        .filter(YamlScalar.class::isInstance)
                        .ifPresent(name -> spot.label(((YamlScalar) name).text()));
            }
            return spot;
        }

        @Override
        public void missing(String pointer) {}

        @Override
        public void added(String pointer) {}

        @Override
        public void unlike(String pointer) {}

        @Override
        public void reordered(String pointer) {}
    }
}

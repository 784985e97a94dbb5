package io.stackprofile.core.internal.standing;

import io.stackprofile.core.internal.template.Placeholders;
import io.stackprofile.core.internal.template.SecretShape;
import io.stackprofile.yaml.YamlEditor;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A text of the target that people keep, with a version's placeholders where its secrets stand and everything else as it
 * was read.
 */
final class TextStanding {

    /**
     * What came of it.
     *
     * @param text the text
     * @param withheld where a value holds a secret and is not the version's; the version's stands there
     */
    record Standing(String text, List<Place> withheld) {}

    /**
     * A place.
     *
     * @param document which document
     * @param pointer where in it
     */
    record Place(int document, String pointer) {}

    private final @Nullable YamlFile base;
    private final @Nullable YamlFile theirs;
    private final Consumer<String> held;
    private final List<Place> withheld = new ArrayList<>();

    private TextStanding(@Nullable YamlFile base, @Nullable YamlFile theirs, Consumer<String> held) {
        this.base = base;
        this.theirs = theirs;
        this.held = held;
    }

    /**
     * The target's text in a version's words; the version's own where it is what was deployed.
     *
     * @param held takes what stands where a version has a secret
     */
    static Standing of(
            Optional<String> base, Optional<String> theirs, String target, YamlLimits limits, Consumer<String> held) {
        for (Optional<String> version : List.of(base, theirs)) {
            if (version.filter(text -> Placeholders.unescape(text).equals(target))
                    .isPresent()) {
                return new Standing(version.orElse(target), List.of());
            }
        }
        YamlFile file = YamlFile.parse(Placeholders.escape(target), limits);
        TextStanding run = new TextStanding(parsed(base, limits), parsed(theirs, limits), held);
        return new Standing(run.restored(file), run.withheld);
    }

    private static @Nullable YamlFile parsed(Optional<String> text, YamlLimits limits) {
        return text.map(yaml -> YamlFile.parse(yaml, limits)).orElse(null);
    }

    private String restored(YamlFile target) {
        YamlEditor editor = new YamlEditor(target);
        for (Counterparts.Pair pair : Counterparts.of(base, theirs, target)) {
            Optional<SecretShape> old = pair.base().flatMap(scalar -> SecretShape.of(scalar.text()));
            Optional<SecretShape> newer = pair.theirs().flatMap(scalar -> SecretShape.of(scalar.text()));
            old.or(() -> newer)
                    .flatMap(shape -> shape.held(pair.target().text()))
                    .map(Placeholders::unescape)
                    .ifPresent(held);
            if (old.isPresent()) {
                restore(editor, target, pair, old.get());
            } else if (newer.isPresent()) {
                putVersion(editor, pair);
            }
        }
        return editor.apply();
    }

    private void restore(YamlEditor editor, YamlFile target, Counterparts.Pair pair, SecretShape shape) {
        String text = pair.target().text();
        if (!shape.fits(text)) {
            String live = Placeholders.unescape(text);
            if (SecretShape.of(live)
                    .filter(own -> own.names().equals(shape.names()))
                    .isPresent()) {
                editor.replaceRaw(
                        pair.target(),
                        Placeholders.unescape(pair.target().span().of(target.text())));
                return;
            }
            withheld.add(new Place(pair.document(), pair.pointer()));
        }
        putVersion(editor, pair);
    }

    private void putVersion(YamlEditor editor, Counterparts.Pair pair) {
        if (pair.base().isPresent() && base != null) {
            VersionText.put(editor, pair.target(), base.text(), pair.base().get());
        } else if (pair.theirs().isPresent() && theirs != null) {
            VersionText.put(editor, pair.target(), theirs.text(), pair.theirs().get());
        }
    }
}

package io.stackprofile.testkit.contract;

import java.util.List;

/** Texts that storage tends to change: quoting, white space, line ends, scripts, size. */
final class HardTexts {

    /** Names and tags: one line each, none a prefix of a rule. */
    static final List<String> NAMES = List.of(
            "Plattform-Übersicht",
            "プラットフォーム",
            "🚀-launch",
            "o'brien",
            "say \"hello\", world",
            "a,b;c|d",
            "back\\slash",
            "100%_sure",
            " spaces around ",
            "NULL",
            "--comment",
            "$1 ? :name {x}",
            "e\u0301 is not \u00e9");

    /** Names that a careless comparison takes for one another. */
    static final List<String> LOOKALIKES = List.of(
            "platform",
            "Platform",
            "platform ",
            " platform",
            "plat form",
            "straße",
            "strasse",
            "caf\u00e9",
            "cafe\u0301");

    /** A YAML text with everything a column type or a line reader may change. */
    static final String DOCUMENT = "\uFEFF# Überschrift 🚀\r\nname: 'it''s'\r\npath: C:\\temp\\n\n"
            + "tabs:\t\"\\t\"\n\u2028line separator\u2029 \u0085\nempty: ''\n\n\n--- \n%TAG ! x\nlast: no newline";

    private HardTexts() {}

    /** About a million characters, not all of them ASCII. */
    static String large() {
        return "- image: registry.example.org/überblick/api:1.4.2 # ✓ geprüft\n".repeat(16_500);
    }
}

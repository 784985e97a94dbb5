package io.stackprofile.samples.cli;

import io.stackprofile.instantiation.RolloutWave;

/** A wave of a rollout as it is written in a shell: {@code 1}, or {@code 25%}. */
final class WaveSyntax {

    private WaveSyntax() {}

    static RolloutWave parse(String text) {
        if (text.matches("[1-9][0-9]{0,8}")) {
            return RolloutWave.count(Integer.parseInt(text));
        }
        if (text.matches("([1-9][0-9]?|100)%")) {
            return RolloutWave.percent(Integer.parseInt(text.substring(0, text.length() - 1)));
        }
        throw new UsageException(
                "--wave is neither a number of instances nor a share",
                "Write --wave 1 for instance, or a share: --wave 25%.");
    }
}

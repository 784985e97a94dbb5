package io.stackprofile.samples.store;

/**
 * What a request was answered with, so that a repeat gets the same ([PS-4]).
 *
 * @param organisation who asked
 * @param requestKey what makes the repeat recognisable
 * @param profile the answer
 */
record AnswerRow(String organisation, String requestKey, ProfileRow profile) implements Row {

    @Override
    public Key key() {
        return key(organisation, requestKey);
    }

    static Key key(String organisation, String requestKey) {
        return Key.of(Kind.ANSWER, organisation, requestKey);
    }
}

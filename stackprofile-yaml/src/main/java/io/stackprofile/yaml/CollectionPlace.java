package io.stackprofile.yaml;

/**
 * What surrounds a collection, as far as it decides how children are added.
 *
 * @param flow whether it is written in brackets
 * @param inFlow whether it stands inside brackets
 * @param indent the column of a block collection; for one in brackets that of the block collection around it
 * @param parentIndent the column of the block collection around it, -1 for none
 */
record CollectionPlace(boolean flow, boolean inFlow, int indent, int parentIndent) {}

package io.stackprofile.core.internal.engine;

import io.stackprofile.core.internal.codec.InstantiationDocument;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.spi.store.InstantiationRecord;

/**
 * A stack draft with the record it is kept in.
 *
 * @param record the stored instance
 * @param document its document, decoded
 * @param draft what callers see
 */
record OpenDraft(InstantiationRecord record, InstantiationDocument.Content document, StackDraft draft) {}

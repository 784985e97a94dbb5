package io.stackprofile.it.load;

import io.stackprofile.error.ErrorCode;

/** Hears of every operation before it begins and after it ended. Thread-safe. */
public interface Report {

    void begin(Operation operation);

    void acknowledged(Operation operation, Changes changes);

    void failed(Operation operation, ErrorCode code);
}

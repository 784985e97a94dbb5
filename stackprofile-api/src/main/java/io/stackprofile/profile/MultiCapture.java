package io.stackprofile.profile;

import io.stackprofile.capture.MultiCaptureReport;

/**
 * A profile that was captured from several clusters.
 *
 * @param version its first version, stored
 * @param report what differed, and each source's values
 */
public record MultiCapture(ProfileVersion version, MultiCaptureReport report) {}

package io.stackprofile.cluster.directory;

import java.util.Optional;

/**
 * The name by which committed files refer to a secret.
 *
 * @param name the name
 * @param parameter the parameter it is bound to
 * @param filter how the value is encoded under this name; absent for as it is
 */
record SecretName(String name, String parameter, Optional<String> filter) {}

package dev.puesto.access;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the installation keeps its secrets.
 *
 * @param keySecret encrypts the keys in the database that sign tokens and seat quotes; needed by several instances on
 *     one database, else made at the first start and kept in {@code PUESTO_HOME/key-secret}
 */
@ConfigurationProperties("puesto.access")
record AccessSettings(@Nullable String keySecret) {}

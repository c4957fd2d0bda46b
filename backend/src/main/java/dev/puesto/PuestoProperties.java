package dev.puesto;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What holds for the whole installation.
 *
 * @param home folder of what must outlast a run: the embedded database, keys, demo credentials; readable by its owner
 *     alone. {@code ~/.puesto} unless {@code PUESTO_HOME} names another
 * @param publicUrl address by which browsers and API clients reach this installation, without a path; it is the issuer
 *     of our tokens, so it is never taken from a request
 * @param embeddedDatabase set by the start itself: whether the database is our own, in {@code home}; demo data and demo
 *     credentials exist only there
 */
@ConfigurationProperties("puesto")
public record PuestoProperties(
        Path home, URI publicUrl, @DefaultValue("false") boolean embeddedDatabase) {}

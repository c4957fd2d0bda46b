package dev.puesto;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What holds for the whole installation.
 *
 * @param home folder of what must outlast a run: the embedded database, keys, demo credentials; readable by its owner
 *     alone. {@code ~/.puesto} unless {@code PUESTO_HOME} names another
 * @param embeddedDatabase set by the start itself: whether the database is our own, in {@code puesto.home}; demo data and
 *     demo credentials exist only there
 */
@ConfigurationProperties("puesto")
public record PuestoProperties(
        Path home, @DefaultValue("false") boolean embeddedDatabase) {}

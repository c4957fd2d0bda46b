/** The one way to the database: generated tables, and the contexts in which statements may run. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package dev.puesto.jooq;

import org.springframework.modulith.ApplicationModule;

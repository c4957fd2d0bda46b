/** Typed ids, one record per kind of entity. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package dev.puesto.id;

import org.springframework.modulith.ApplicationModule;

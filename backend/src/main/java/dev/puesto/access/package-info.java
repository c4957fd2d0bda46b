/** Who asks and what they may do: the viewer, scopes, roles and permissions as values, and the one condition that guards an account's rows. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package dev.puesto.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Keys that clients make so that nothing happens twice: only an answer that had an effect binds one. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package dev.puesto.idempotency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

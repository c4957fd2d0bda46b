/** Events that leave the product: written with what they tell of, dispatched by a job until their handlers took them. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package dev.puesto.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

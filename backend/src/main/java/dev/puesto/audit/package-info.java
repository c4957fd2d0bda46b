/** The audit trail: who changed what, before and after, written in the change's own transaction. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package dev.puesto.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

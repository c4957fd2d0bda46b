/** Billing periods: half-open, computed from their anchor in a zone, and the exact shares of them. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package dev.puesto.period;

import org.springframework.modulith.ApplicationModule;

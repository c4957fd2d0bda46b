/** Amounts in minor units, and the one place that divides and rounds them. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package dev.puesto.money;

import org.springframework.modulith.ApplicationModule;

/** Who sits where: assignments, and the sign-in check. */
@ApplicationModule(allowedDependencies = {"catalog", "subscription", "account"})
@NullMarked
package dev.puesto.seat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

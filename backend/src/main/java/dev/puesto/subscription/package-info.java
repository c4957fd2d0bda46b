/** What an account holds of a plan: seats owned and assigned, billing periods, the live charge line, scheduled changes. */
@ApplicationModule(allowedDependencies = {"catalog", "account"})
@NullMarked
package dev.puesto.subscription;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

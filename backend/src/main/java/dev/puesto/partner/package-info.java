/** API clients of integrators and partners: their secrets, scopes and the accounts that granted them access. */
@ApplicationModule(allowedDependencies = {"account"})
@NullMarked
package dev.puesto.partner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

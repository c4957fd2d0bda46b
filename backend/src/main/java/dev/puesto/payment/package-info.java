/** How an account pays: payment methods, payments, the port to the payment provider and its embedded sandbox. */
@ApplicationModule(allowedDependencies = {"account"})
@NullMarked
package dev.puesto.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

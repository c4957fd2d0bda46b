/** Orders: placing them from a cart, paying for them, and settling what a crash left. */
@ApplicationModule(
        allowedDependencies = {"seatquote", "subscription", "seat", "document", "payment", "ledger", "account", "tax"})
@NullMarked
package dev.puesto.checkout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

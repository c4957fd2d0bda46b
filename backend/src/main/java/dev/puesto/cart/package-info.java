/** Carts: the changes of seats that a person or API client has collected for one checkout. */
@ApplicationModule(allowedDependencies = {"account", "catalog", "subscription", "seatquote"})
@NullMarked
package dev.puesto.cart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

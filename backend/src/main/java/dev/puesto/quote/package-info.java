/** What goes between a corporate account and its representative: requests, and the offers that answer them. */
@ApplicationModule(allowedDependencies = {"catalog", "account", "subscription", "seatquote", "cart"})
@NullMarked
package dev.puesto.quote;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

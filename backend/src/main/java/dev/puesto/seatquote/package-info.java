/** What a change of seats costs and why: a pure calculation over what is in force at an instant, and its signed id. */
@ApplicationModule(allowedDependencies = {"catalog", "account", "subscription", "seat", "tax", "ledger", "payment"})
@NullMarked
package dev.puesto.seatquote;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

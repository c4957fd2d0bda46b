/** The double-entry ledger of each account: entries with two sides, balances, the held part of a balance. */
@ApplicationModule(allowedDependencies = {"account"})
@NullMarked
package dev.puesto.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Invoices and credit notes: drafting, issuing, their settlement, and reading them. */
@ApplicationModule(allowedDependencies = {"account", "tax", "ledger", "seatquote"})
@NullMarked
package dev.puesto.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

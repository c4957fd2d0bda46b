/** Invoices and credit notes: drafting, issuing, their settlement, and reading them. */
@NullMarked
package dev.puesto.document;

import org.jspecify.annotations.NullMarked;

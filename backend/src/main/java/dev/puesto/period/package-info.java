/** Billing periods: half-open, computed from their anchor in a zone, and the exact shares of them. */
package dev.puesto.period;

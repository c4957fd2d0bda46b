/** What an account holds of a plan: seats owned and assigned, billing periods, the live charge line, scheduled changes. */
@NullMarked
package dev.puesto.subscription;

import org.jspecify.annotations.NullMarked;

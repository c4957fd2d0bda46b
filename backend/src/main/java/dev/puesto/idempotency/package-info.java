/** Keys that clients make so that nothing happens twice: only an answer that had an effect binds one. */
@NullMarked
package dev.puesto.idempotency;

import org.jspecify.annotations.NullMarked;

/** The audit trail: who changed what, before and after, written in the change's own transaction. */
@NullMarked
package dev.puesto.audit;

import org.jspecify.annotations.NullMarked;

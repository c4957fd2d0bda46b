/** Who asks and what they may do: the viewer, scopes, roles and permissions as values, and the one condition that guards an account's rows. */
@NullMarked
package dev.puesto.access;

import org.jspecify.annotations.NullMarked;

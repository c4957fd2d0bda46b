/** Puts the features' controllers behind one endpoint: scalars, limits, needs, errors, the HTTP side. */
@NullMarked
package dev.puesto.graphql;

import org.jspecify.annotations.NullMarked;

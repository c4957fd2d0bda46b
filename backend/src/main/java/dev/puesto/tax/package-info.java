/** Dated rates, tax groups and the decision between them, tax of lines and documents, tax ids and their check. */
@NullMarked
package dev.puesto.tax;

import org.jspecify.annotations.NullMarked;

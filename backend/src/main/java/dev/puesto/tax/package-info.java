/** Dated rates, tax groups and the decision between them, tax of lines and documents, tax ids and their check. */
@ApplicationModule(allowedDependencies = {"account"})
@NullMarked
package dev.puesto.tax;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

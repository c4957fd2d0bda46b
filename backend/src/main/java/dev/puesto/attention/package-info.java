/** What of an account wants somebody's attention: read from the features' tables, said in the caller's language. */
@ApplicationModule(allowedDependencies = {"account", "catalog", "tax"})
@NullMarked
package dev.puesto.attention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

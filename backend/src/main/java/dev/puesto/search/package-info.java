/** The one search over an account: what begins with a text, of whatever the viewer may read. */
@ApplicationModule(allowedDependencies = {"account", "catalog"})
@NullMarked
package dev.puesto.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** What can be bought: products that name their seats, plans with their policies, versions of prices with their tiers. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.puesto.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** What every GraphQL answer of the product is made of: errors, messages, pages, cursors, money, nodes. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package dev.puesto.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** What every GraphQL answer of the product is made of: errors, messages, pages, cursors, money, nodes. */
@NullMarked
package dev.puesto.api;

import org.jspecify.annotations.NullMarked;

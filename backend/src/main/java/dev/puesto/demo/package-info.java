/** A catalog, customers and their history for an empty embedded database; and many more accounts, where a setting asks for them. */
@NullMarked
package dev.puesto.demo;

import org.jspecify.annotations.NullMarked;

/** Typed ids, one record per kind of entity. */
package dev.puesto.id;

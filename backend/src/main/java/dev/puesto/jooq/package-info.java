/** The one way to the database: generated tables, and the contexts in which statements may run. */
package dev.puesto.jooq;

/** Serves the single-page console. */
package dev.puesto.console;

/** Starts the application: its home folder, its embedded database, and its test of who may import whom. */
package dev.puesto;

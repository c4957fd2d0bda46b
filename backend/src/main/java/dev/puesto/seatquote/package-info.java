/** What a change of seats costs and why: a pure calculation over what is in force at an instant, and its signed id. */
package dev.puesto.seatquote;

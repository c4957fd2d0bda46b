/** Amounts in minor units, and the one place that divides and rounds them. */
package dev.puesto.money;

/** What can be bought: products that name their seats, plans with their policies, versions of prices with their tiers. */
package dev.puesto.catalog;

package dev.puesto.catalog;

import dev.puesto.period.Grain;

/** How a plan prices a change of seats. */
public record PlanPolicy(AnchorPolicy anchor, Grain grain, DecreasePolicy decrease) {}

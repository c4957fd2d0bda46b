package dev.puesto.subscription;

import dev.puesto.id.PeriodId;
import java.time.Instant;

/** A billing period that ends sooner than it was to: a change cut it short. */
public record CutPeriod(PeriodId periodId, Instant endAt) {}

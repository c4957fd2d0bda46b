package dev.puesto.subscription;

import dev.puesto.id.ProductId;

/** An account's seats of one product over all of its subscriptions that have not ended. */
record SeatTotal(ProductId productId, long owned, long assigned, long free) {}

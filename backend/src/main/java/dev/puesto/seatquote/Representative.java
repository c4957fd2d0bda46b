package dev.puesto.seatquote;

import org.jspecify.annotations.Nullable;

/** The person of the vendor who looks after a corporate account, with what a customer may see. */
public record Representative(
        String name, String email, @Nullable String phone) {}

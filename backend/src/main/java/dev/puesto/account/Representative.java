package dev.puesto.account;

import dev.puesto.id.RepresentativeId;
import org.jspecify.annotations.Nullable;

/** A person of the vendor who handles corporate accounts. */
public record Representative(
        RepresentativeId representativeId,
        String name,
        String email,
        @Nullable String phone) {}

package dev.puesto.id;

import java.util.Objects;
import java.util.UUID;

/** Identifies a ledger entry. */
public record LedgerEntryId(UUID value) implements EntityId {

    public LedgerEntryId {
        Objects.requireNonNull(value);
    }
}

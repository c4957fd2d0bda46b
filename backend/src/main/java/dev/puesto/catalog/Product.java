package dev.puesto.catalog;

import dev.puesto.id.ProductId;

/**
 * What is licensed.
 *
 * @param code its stable name in URLs and calls, as {@code support-desk}
 * @param name its name, the same in every language
 * @param active whether it can be subscribed to anew
 */
public record Product(
        ProductId id, String code, String name, LocalizedText description, SeatNoun seatNoun, boolean active) {}

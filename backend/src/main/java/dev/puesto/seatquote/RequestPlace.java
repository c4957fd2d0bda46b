package dev.puesto.seatquote;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the changes of a request stand: in what the {@code field} of an obstacle is a path. */
public enum RequestPlace {
    /** In the input of a seat quote. */
    SEAT_QUOTE,
    /** In a cart that is looked at: paths lead through the cart, line by line. */
    CART,
    /** In a cart that is checked out: its input names the cart as a whole. */
    CHECKOUT;

    /** A field of the change at that position, from 0, as a path. */
    List<String> change(int position, String... field) {
        return switch (this) {
            case SEAT_QUOTE ->
                Stream.concat(Stream.of("input", "changes", Integer.toString(position)), Stream.of(field))
                        .toList();
            case CART -> List.of("lines", Integer.toString(position));
            case CHECKOUT -> List.of("input", "cartId");
        };
    }

    /** All changes together. */
    List<String> changes() {
        return switch (this) {
            case SEAT_QUOTE -> List.of("input", "changes");
            case CART -> List.of("lines");
            case CHECKOUT -> List.of("input", "cartId");
        };
    }

    /** The VAT number to add. */
    List<String> taxIdToAdd() {
        return switch (this) {
            case SEAT_QUOTE -> List.of("input", "taxIdToAdd");
            case CART -> List.of("taxIdToAdd");
            case CHECKOUT -> List.of("input", "cartId");
        };
    }

    /** The account; null in a cart, which names none. */
    @Nullable
    List<String> account() {
        return this == CART ? null : List.of("input", "accountId");
    }
}

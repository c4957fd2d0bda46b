package dev.puesto.cart;

import dev.puesto.access.Viewer;
import dev.puesto.id.AccountId;
import dev.puesto.seatquote.SeatChangeRequest;
import org.springframework.stereotype.Component;

/** Fills carts for tests. */
@Component
public class TestCarts {
    private final CartEdits edits;

    TestCarts(CartEdits edits) {
        this.edits = edits;
    }

    /** Sets a line that must be taken. */
    public Cart put(Viewer viewer, AccountId account, SeatChangeRequest change) {
        return switch (edits.setLine(viewer, account, change, null)) {
            case CartEdits.Outcome.Edited edited -> edited.cart();
            case CartEdits.Outcome.Refused refused -> throw new AssertionError(refused.toString());
        };
    }
}

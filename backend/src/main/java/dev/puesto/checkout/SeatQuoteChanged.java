package dev.puesto.checkout;

import dev.puesto.api.UserError;
import dev.puesto.seatquote.SeatQuote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The seat quote expired, is of other changes, or would come out differently now; or it costs more than the maximum named.
 *
 * @param seatQuote a fresh one
 */
public record SeatQuoteChanged(SeatQuote seatQuote) implements UserError {
    @Override
    public @Nullable List<String> field() {
        return null;
    }
}

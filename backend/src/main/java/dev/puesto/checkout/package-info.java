/** Orders: placing them from a cart, paying for them, and settling what a crash left. */
@ApplicationModule(
        allowedDependencies = {
            "catalog",
            "account",
            "ledger",
            "tax",
            "payment",
            "subscription",
            "seat",
            "seatquote",
            "cart",
            "document"
        })
@NullMarked
package dev.puesto.checkout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

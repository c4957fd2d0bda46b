package dev.puesto.payment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a browser gets a payment provider's token: which form the console mounts. No card number reaches Puesto.
 *
 * @param publicKey what the provider's form is opened with; null if it needs none
 * @param origins the provider's, which a page that mounts the form must be allowed to reach
 */
public record PaymentForm(Kind kind, @Nullable String publicKey, List<String> origins) {

    /** The forms that the console knows. */
    public enum Kind {
        /** The embedded sandbox's: published test numbers become published tokens inside the browser. */
        SANDBOX
    }
}

package dev.puesto.seat;

import org.jspecify.annotations.Nullable;

/**
 * Whether a user may sign in to a product.
 *
 * @param refusal why not; null if seated
 */
record SignInAnswer(boolean seated, @Nullable SignInRefusal refusal) {
    static final SignInAnswer SEATED = new SignInAnswer(true, null);

    static SignInAnswer refused(SignInRefusal refusal) {
        return new SignInAnswer(false, refusal);
    }
}

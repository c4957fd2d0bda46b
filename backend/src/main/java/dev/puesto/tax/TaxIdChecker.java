package dev.puesto.tax;

import org.jspecify.annotations.Nullable;

/** The port to whoever knows VAT numbers. It answers within its own time limit and never throws. */
public interface TaxIdChecker {

    /** Asks about a number; {@link TaxIdState#UNVERIFIED} if nobody answers. */
    Answer check(TaxIdNumber number);

    /** Whether nobody is asked. */
    default boolean isSandbox() {
        return false;
    }

    /**
     * What was answered.
     *
     * @param reference the authority's proof of having been asked; null if it gave none
     */
    record Answer(TaxIdState state, @Nullable String reference) {

        /** Nobody answered. */
        public static final Answer UNVERIFIED = new Answer(TaxIdState.UNVERIFIED, null);
    }
}

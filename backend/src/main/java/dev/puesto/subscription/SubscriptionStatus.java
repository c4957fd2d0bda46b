package dev.puesto.subscription;

/** What state a subscription is in. */
public enum SubscriptionStatus {
    /** Costs nothing until the trial ends. */
    TRIALING(true),
    /** Paid. */
    ACTIVE(true),
    /** An invoice is overdue: an increase needs it paid in the same checkout; all else goes on. */
    PAST_DUE(true),
    /** Sign-in and seats are refused; only paying and cancelling are left. */
    SUSPENDED(false),
    /** Over: no seats, no period. */
    ENDED(false);

    private final boolean inUse;

    SubscriptionStatus(boolean inUse) {
        this.inUse = inUse;
    }

    /** Whether its seats can be assigned and signed in with. */
    public boolean inUse() {
        return inUse;
    }
}

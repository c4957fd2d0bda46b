package dev.puesto.subscription;

/** Whom a reduction releases when it names nobody. */
public enum ReleaseRule {
    /** Who has not signed in for the longest time, or never did, first. */
    LONGEST_WITHOUT_SIGN_IN,
    /** Who was assigned last, first. */
    LAST_ASSIGNED;

    /** What holds for a change that waits for the renewal and was told no rule: people may be seated until then. */
    public static final ReleaseRule WHERE_NONE_IS_NAMED = LONGEST_WITHOUT_SIGN_IN;
}

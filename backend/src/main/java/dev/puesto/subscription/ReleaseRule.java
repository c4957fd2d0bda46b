package dev.puesto.subscription;

/** Whom a reduction releases when it names nobody. */
public enum ReleaseRule {
    /** Who has not signed in for the longest time, or never did, first. */
    LONGEST_WITHOUT_SIGN_IN,
    /** Who was assigned last, first. */
    LAST_ASSIGNED
}

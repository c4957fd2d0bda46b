package dev.puesto.account;

/** Whether an account still buys. */
public enum AccountStatus {
    /** It does. */
    ACTIVE,
    /** Its contract has ended. */
    CLOSED
}

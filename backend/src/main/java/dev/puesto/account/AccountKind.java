package dev.puesto.account;

/** Whether an account buys by itself. */
public enum AccountKind {
    /** Its contacts buy in the console. */
    SELF_SERVICE,
    /** Its changes go through its representative. */
    CORPORATE
}

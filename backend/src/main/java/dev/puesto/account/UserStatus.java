package dev.puesto.account;

/** Whether a user can be given seats. */
public enum UserStatus {
    /** Yes. */
    ACTIVE,
    /** No; the user holds none. */
    DEACTIVATED
}

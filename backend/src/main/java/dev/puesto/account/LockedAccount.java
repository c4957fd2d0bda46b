package dev.puesto.account;

import java.time.Instant;

/**
 * An account whose row this transaction holds: nobody else changes anything of the account until it ends.
 *
 * @param account as it is under the lock
 * @param now what now is for the account: the instant of everything that the transaction does
 */
public record LockedAccount(Account account, Instant now) {}

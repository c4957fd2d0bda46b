/** Customer accounts, their contacts, users and representatives; an account's lock and its clock. */
@NullMarked
package dev.puesto.account;

import org.jspecify.annotations.NullMarked;

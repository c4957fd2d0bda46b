/** Customer accounts, their contacts, users and representatives; an account's lock and its clock. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.puesto.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

package dev.puesto.account;

import dev.puesto.access.Role;
import java.util.List;

/** An account of which a person is a contact, and what the person may do in it. */
public record ContactAccount(AccountListItem account, List<Role> roles) {}

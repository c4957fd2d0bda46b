package dev.puesto.seat;

import dev.puesto.account.UserFilter;
import dev.puesto.id.GlobalId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All whom a filter means but some, as a call names them; one of the filters is null.
 *
 * @param users of a call that assigns
 * @param seats of a call that releases
 */
record Matching(@Nullable UserFilter users, @Nullable AssignmentFilter seats, List<GlobalId> except) {}

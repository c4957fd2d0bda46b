package dev.puesto.seat;

import dev.puesto.id.UserId;
import java.util.List;

/**
 * What the audit trail shows of a change of seats.
 *
 * @param seatsAssigned how many seats of the subscription are assigned
 * @param userIds whose seats changed; of a transfer whoever had the seat before and has it after
 */
record SeatRecord(long seatsAssigned, List<UserId> userIds) {}

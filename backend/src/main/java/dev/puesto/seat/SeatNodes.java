package dev.puesto.seat;

import static dev.puesto.jooq.Tables.ASSIGNMENT;

import dev.puesto.access.AccountAccess;
import dev.puesto.access.Viewer;
import dev.puesto.api.NodeLoader;
import dev.puesto.id.AccountId;
import dev.puesto.id.AssignmentId;
import dev.puesto.jooq.AccountDb;
import dev.puesto.jooq.Columns;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Live assignments by their id. */
@Component
class SeatNodes implements NodeLoader {
    private final AccountDb db;

    SeatNodes(AccountDb db) {
        this.db = db;
    }

    @Override
    public String type() {
        return Assignment.TYPE;
    }

    @Override
    public Map<UUID, ?> load(Viewer viewer, AccountId account, Collection<UUID> ids) {
        List<AssignmentId> assignments = ids.stream().map(AssignmentId::new).toList();
        return db
                .one(
                        account,
                        sql -> sql.fetch(Assignments.live(account)
                                        .and(Columns.isAmong(ASSIGNMENT.ID, assignments))
                                        .and(AccountAccess.permits(viewer, account)))
                                .map(Assignments::read))
                .stream()
                .collect(Collectors.toMap(seat -> seat.assignmentId().value(), Function.identity()));
    }
}

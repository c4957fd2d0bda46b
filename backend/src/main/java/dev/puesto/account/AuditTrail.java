package dev.puesto.account;

import static dev.puesto.jooq.Tables.AUDIT;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import dev.puesto.api.Connection;
import dev.puesto.api.CursorStrategy;
import dev.puesto.api.CursorStrategy.InstantAndId;
import dev.puesto.api.PageRequest;
import dev.puesto.id.AccountId;
import dev.puesto.id.AuditId;
import dev.puesto.jooq.AccountDb;
import java.util.List;
import org.jooq.Comparator;
import org.jooq.Condition;
import org.jooq.JSONB;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads an account's audit trail, newest first. */
@Component
class AuditTrail {
    private static final CursorStrategy<InstantAndId> CURSORS = CursorStrategy.byInstant("auditEntries");

    private final AccountDb db;

    AuditTrail(AccountDb db) {
        this.db = db;
    }

    Connection<AuditEntry> page(AccountId account, PageRequest page) {
        List<AuditEntry> rows = db.one(
                account,
                sql -> sql.select(
                                AUDIT.ACCOUNT_ID,
                                AUDIT.ID,
                                AUDIT.AT,
                                AUDIT.ACTOR,
                                AUDIT.ACTION,
                                AUDIT.SUBJECT_TYPE,
                                AUDIT.SUBJECT_ID,
                                AUDIT.BEFORE,
                                AUDIT.AFTER,
                                AUDIT.REQUEST_ID)
                        .from(AUDIT)
                        .where(AUDIT.ACCOUNT_ID.eq(account))
                        .and(behind(page))
                        .orderBy(order(page))
                        .limit(page.limit())
                        .fetch(AuditTrail::read));
        return Connection.of(page, rows, CURSORS, AuditTrail::place, () -> count(account));
    }

    private static InstantAndId place(AuditEntry entry) {
        return new InstantAndId(entry.at(), entry.auditId().value());
    }

    private static Condition behind(PageRequest page) {
        return CURSORS.read(page)
                .map(key -> row(AUDIT.AT, AUDIT.ID)
                        .compare(
                                page.forward() ? Comparator.LESS : Comparator.GREATER,
                                row(val(key.instant(), AUDIT.AT), val(new AuditId(key.id()), AUDIT.ID))))
                .orElse(noCondition());
    }

    private static List<OrderField<?>> order(PageRequest page) {
        return page.forward() ? List.of(AUDIT.AT.desc(), AUDIT.ID.desc()) : List.of(AUDIT.AT.asc(), AUDIT.ID.asc());
    }

    private long count(AccountId account) {
        return db.one(account, sql -> sql.fetchCount(AUDIT, AUDIT.ACCOUNT_ID.eq(account)));
    }

    private static AuditEntry read(Record row) {
        return new AuditEntry(
                row.get(AUDIT.ACCOUNT_ID),
                row.get(AUDIT.ID),
                row.get(AUDIT.AT),
                row.get(AUDIT.ACTOR),
                row.get(AUDIT.ACTION),
                row.get(AUDIT.SUBJECT_TYPE),
                row.get(AUDIT.SUBJECT_ID),
                text(row.get(AUDIT.BEFORE)),
                text(row.get(AUDIT.AFTER)),
                row.get(AUDIT.REQUEST_ID));
    }

    private static @Nullable String text(@Nullable JSONB json) {
        return json == null ? null : json.data();
    }
}

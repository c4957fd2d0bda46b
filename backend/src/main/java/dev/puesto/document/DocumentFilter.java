package dev.puesto.document;

import static dev.puesto.jooq.Tables.DOCUMENT;
import static dev.puesto.jooq.Tables.SETTLEMENT;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/**
 * Which documents of an account are meant; what is null narrows nothing.
 *
 * @param from the first instant at which they were issued
 * @param before the first instant at which they were no longer
 */
record DocumentFilter(
        @Nullable DocumentKind type,
        @Nullable SettlementState status,
        @Nullable Instant from,
        @Nullable Instant before) {

    /** Documents issued on days of that zone, both days included. */
    static DocumentFilter of(
            @Nullable DocumentKind type,
            @Nullable SettlementState status,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            ZoneId zone) {
        return new DocumentFilter(
                type,
                status,
                first == null ? null : first.atStartOfDay(zone).toInstant(),
                last == null ? null : last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** As a condition on a document and its settlement. */
    Condition matches() {
        return (type == null ? noCondition() : DOCUMENT.KIND.eq(type.name()))
                .and(status == null ? noCondition() : SETTLEMENT.STATE.eq(inline(status.name())))
                .and(from == null ? noCondition() : DOCUMENT.ISSUED_AT.ge(from))
                .and(before == null ? noCondition() : DOCUMENT.ISSUED_AT.lt(before));
    }
}

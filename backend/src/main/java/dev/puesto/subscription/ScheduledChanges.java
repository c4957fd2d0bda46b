package dev.puesto.subscription;

import static dev.puesto.jooq.Tables.SCHEDULED_CHANGE;
import static org.jooq.impl.DSL.select;

import dev.puesto.id.AccountId;
import dev.puesto.id.UserId;
import java.util.Arrays;
import org.jooq.Record;
import org.jooq.SelectConditionStep;

/** Reads changes that wait for a renewal. */
final class ScheduledChanges {

    private ScheduledChanges() {}

    /** The account's scheduled changes in whatever state, for the caller to narrow; read with {@link #read}. */
    static SelectConditionStep<Record> of(AccountId account) {
        return select(SCHEDULED_CHANGE.fields()).from(SCHEDULED_CHANGE).where(SCHEDULED_CHANGE.ACCOUNT_ID.eq(account));
    }

    static ScheduledChange read(Record row) {
        return new ScheduledChange(
                row.get(SCHEDULED_CHANGE.ACCOUNT_ID),
                row.get(SCHEDULED_CHANGE.ID),
                row.get(SCHEDULED_CHANGE.SUBSCRIPTION_ID),
                row.get(SCHEDULED_CHANGE.PLAN_ID),
                row.get(SCHEDULED_CHANGE.SEATS),
                row.get(SCHEDULED_CHANGE.DUE_AT),
                ReleaseRule.valueOf(row.get(SCHEDULED_CHANGE.RELEASE_RULE)),
                Arrays.stream(row.get(SCHEDULED_CHANGE.RELEASE_USER_IDS))
                        .map(UserId::new)
                        .toList(),
                row.get(SCHEDULED_CHANGE.ORDER_ID),
                row.get(SCHEDULED_CHANGE.CREATED_AT));
    }
}

package dev.puesto.payment;

import static dev.puesto.jooq.Tables.PAYMENT;

import dev.puesto.id.AccountId;
import dev.puesto.id.PaymentId;
import dev.puesto.jooq.JobDb;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Across all accounts, for the recovery job: which payments the gateway is to be asked about. */
@Component
public final class DuePayments {

    private final JobDb db;

    DuePayments(JobDb db) {
        this.db = db;
    }

    /** The unsettled payments whose next question is due, the longest overdue first. */
    public List<DuePayment> due(Instant now, int limit) {
        return db.sql()
                .select(PAYMENT.ACCOUNT_ID, PAYMENT.ID)
                .from(PAYMENT)
                .where(PAYMENT.ASK_AGAIN_AT.le(now))
                .orderBy(PAYMENT.ASK_AGAIN_AT)
                .limit(limit)
                .fetch(row -> new DuePayment(row.value1(), row.value2()));
    }

    /** A payment that the gateway is to be asked about. */
    public record DuePayment(AccountId account, PaymentId payment) {}
}

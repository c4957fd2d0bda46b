package dev.puesto.payment;

import static dev.puesto.jooq.Tables.SANDBOX_CHARGE;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import dev.puesto.id.PaymentId;
import dev.puesto.jooq.JobDb;
import dev.puesto.jooq.tables.records.SandboxChargeRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.QueryPart;
import org.jooq.ResultQuery;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** The sandbox gateway's own state: one round trip and one transaction of its own per request. */
@Component
final class SandboxCharges {

    /** What can be asked about a payment after its charge. */
    enum Question {
        FIND,
        CANCEL,
        REFUND,
        CONFIRM,
        REFUSE
    }

    private final JobDb db;

    SandboxCharges(JobDb db) {
        this.db = db;
    }

    /** Charges, or tells how the charge of that payment id stands. */
    SandboxChargeRecord charge(SandboxChargeRecord draft, Duration timeLimit) {
        return call(timeLimit, "app.sandbox_charge(cast({0} as sandbox_charge))", draft.valuesRow())
                .fetchSingle();
    }

    /** Empty for a payment that was never charged. */
    Optional<SandboxChargeRecord> ask(PaymentId payment, Question question, Instant now, Duration timeLimit) {
        return call(
                        timeLimit,
                        "app.sandbox_ask({0}, {1}, {2})",
                        val(payment.value()),
                        val(question.name()),
                        val(now, SQLDataType.INSTANT))
                .fetchOptional()
                .filter(charge -> charge.getPaymentId() != null);
    }

    /** A function that returns a row of the table, read as one. */
    private ResultQuery<SandboxChargeRecord> call(Duration timeLimit, String function, QueryPart... arguments) {
        return db.sql()
                .select(SANDBOX_CHARGE.fields())
                .from(table(function, arguments).as(SANDBOX_CHARGE))
                .queryTimeout(seconds(timeLimit))
                .coerce(SANDBOX_CHARGE);
    }

    private static int seconds(Duration timeLimit) {
        return (int) Math.max(1, timeLimit.toSeconds());
    }
}

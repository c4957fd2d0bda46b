package dev.puesto.demo;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static dev.puesto.jooq.Tables.OPERATOR;
import static dev.puesto.jooq.Tables.PRODUCT;

import dev.puesto.jooq.JobDb;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How far the demo is in this database. The catalog is its first row, the operator its last: an operator's row says that
 * all of it is there.
 */
@Component
@DemoData
class DemoMark {
    private static final String FIRST_PRODUCT = "meetings";
    private static final String OPERATOR_EMAIL = "vera.salinas@agora.example";

    private final JobDb db;

    DemoMark(JobDb db) {
        this.db = db;
    }

    /** What is in the database. */
    sealed interface State {
        /** Nothing that anybody sells or buys. */
        record Empty() implements State {}

        /** A load that was cut short; it goes on with the dates that it began with. */
        record Begun(Instant loadedAt) implements State {}

        /** The whole demo. */
        record Loaded() implements State {}

        /** Somebody's own data: it is left alone. */
        record Foreign() implements State {}
    }

    /** What is in the database now. */
    State state() {
        if (db.sql().fetchExists(OPERATOR, OPERATOR.PERSON_ID.eq(DemoPeople.person(OPERATOR_EMAIL)))) {
            return new State.Loaded();
        }
        Optional<Instant> begun = db.sql()
                .select(PRODUCT.CREATED_AT)
                .from(PRODUCT)
                .where(PRODUCT.ID.eq(DemoCatalog.product(FIRST_PRODUCT)))
                .fetchOptional(PRODUCT.CREATED_AT);
        if (begun.isPresent()) {
            return new State.Begun(begun.get().plus(Duration.ofDays(DemoCatalog.DAYS_ON_OFFER)));
        }
        boolean used = db.sql().fetchExists(PRODUCT) || db.sql().fetchExists(ACCOUNT);
        return used ? new State.Foreign() : new State.Empty();
    }
}

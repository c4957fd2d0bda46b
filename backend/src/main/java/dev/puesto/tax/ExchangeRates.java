package dev.puesto.tax;

import static dev.puesto.jooq.Tables.EXCHANGE_RATE;
import static dev.puesto.jooq.Tables.REFERENCE_VERSION;
import static java.util.stream.Collectors.toSet;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.puesto.jooq.JobDb;
import dev.puesto.jooq.tables.records.ExchangeRateRecord;
import dev.puesto.tax.ExchangeRateSource.Published;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job role's statements on exchange rates: keeps what is published. A rate that is known is never changed. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${puesto.tax.exchange-rates.url:}'.isBlank()")
class ExchangeRates {

    @Bean
    ExchangeRateSource exchangeRateSource(ExchangeRateSettings settings, Clock clock) {
        return new EcbExchangeRates(settings, clock);
    }

    @Bean
    RecurringTask<Void> readExchangeRates(ExchangeRateSource source, ExchangeRateSettings settings, JobDb db) {
        return Tasks.recurring("read-exchange-rates", FixedDelay.of(settings.interval()))
                .execute((instance, context) -> read(source, db));
    }

    /** Says how many rates are new. */
    static int read(ExchangeRateSource source, JobDb db) {
        List<Published> published = source.published();
        return published.isEmpty() ? 0 : db.transact(sql -> keep(sql, published));
    }

    private static int keep(DSLContext sql, List<Published> published) {
        Set<Key> known = known(sql, published);
        List<ExchangeRateRecord> rows = published.stream()
                .filter(rate -> known.add(new Key(rate.currency(), rate.rate().validOn())))
                .map(rate -> new ExchangeRateRecord(
                        rate.currency(),
                        rate.rate().validOn(),
                        rate.rate().unitsPerEuro(),
                        rate.rate().source()))
                .toList();
        if (!rows.isEmpty()) {
            var insert = sql.insertQuery(EXCHANGE_RATE);
            rows.forEach(insert::addRecord);
            insert.execute();
            sql.update(REFERENCE_VERSION)
                    .set(REFERENCE_VERSION.VERSION, REFERENCE_VERSION.VERSION.plus(1))
                    .where(REFERENCE_VERSION.NAME.eq("tax"))
                    .execute();
        }
        return rows.size();
    }

    private static Set<Key> known(DSLContext sql, List<Published> published) {
        return sql
                .select(EXCHANGE_RATE.CURRENCY, EXCHANGE_RATE.VALID_ON)
                .from(EXCHANGE_RATE)
                .where(EXCHANGE_RATE.VALID_ON.in(
                        published.stream().map(rate -> rate.rate().validOn()).collect(toSet())))
                .fetch(row -> new Key(row.value1(), row.value2()))
                .stream()
                .collect(toSet());
    }

    private record Key(String currency, LocalDate validOn) {}
}

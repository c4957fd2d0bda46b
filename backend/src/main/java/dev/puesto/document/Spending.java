package dev.puesto.document;

import static dev.puesto.jooq.Tables.DOCUMENT;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import dev.puesto.account.Account;
import dev.puesto.api.MoneyView;
import dev.puesto.api.Refusal;
import dev.puesto.jooq.AccountDb;
import dev.puesto.money.Amounts;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an account was charged month by month: the sums of its documents, by the index that lists them. */
@Component
class Spending {
    static final int MONTHS_MAX = 36;

    private final AccountDb db;
    private final Clock clock;

    Spending(AccountDb db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** One month of the account's calendar, named by its first day; amounts with tax. */
    record Month(LocalDate month, MoneyView invoiced, MoneyView credited, MoneyView spent) {}

    private record Sums(long invoiced, long credited) {
        static final Sums NONE = new Sums(0, 0);
    }

    /** The last months, this one included, oldest first; a month without a document is there too. */
    List<Month> byMonth(Account account, int months) {
        if (months < 1 || months > MONTHS_MAX) {
            throw Refusal.badRequest("range", 1, MONTHS_MAX);
        }
        YearMonth last = YearMonth.from(account.now(clock).atZone(account.timeZone()));
        YearMonth first = last.minusMonths(months - 1L);
        Map<LocalDate, Sums> sums = read(account, first);
        return IntStream.range(0, months)
                .mapToObj(first::plusMonths)
                .map(month -> month(account, month.atDay(1), sums.getOrDefault(month.atDay(1), Sums.NONE)))
                .toList();
    }

    private Map<LocalDate, Sums> read(Account account, YearMonth first) {
        Instant from = first.atDay(1).atStartOfDay(account.timeZone()).toInstant();
        Field<LocalDate> month = field(
                "date_trunc('month', {0} at time zone {1})::date",
                SQLDataType.LOCALDATE,
                DOCUMENT.ISSUED_AT,
                DSL.inline(account.timeZone().getId()));
        return db.one(
                account.accountId(),
                sql -> sql.select(month, sumOf(DocumentKind.INVOICE), sumOf(DocumentKind.CREDIT_NOTE))
                        .from(DOCUMENT)
                        .where(DOCUMENT.ACCOUNT_ID.eq(account.accountId()))
                        .and(DOCUMENT.ISSUED_AT.ge(val(from, DOCUMENT.ISSUED_AT)))
                        .groupBy(month)
                        .fetchMap(month, row -> new Sums(whole(row.value2()), whole(row.value3()))));
    }

    private static Field<BigDecimal> sumOf(DocumentKind kind) {
        return sum(when(DOCUMENT.KIND.eq(kind.name()), DOCUMENT.TOTAL_MINOR));
    }

    private static long whole(@Nullable BigDecimal sum) {
        return sum == null ? 0 : sum.longValueExact();
    }

    private static Month month(Account account, LocalDate first, Sums sums) {
        return new Month(
                first,
                money(account, sums.invoiced()),
                money(account, sums.credited()),
                money(account, sums.invoiced() - sums.credited()));
    }

    private static MoneyView money(Account account, long minor) {
        return MoneyView.of(Amounts.ofMinor(account.currency(), minor));
    }
}

package dev.puesto.jooq;

import dev.puesto.id.AccountId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.QueryPart;

/** A transaction on one account's rows, made by {@link AccountDb#transact}. */
public final class AccountTransaction {

    private final AccountId account;
    private final DSLContext sql;
    private final OneTripConnection connection;

    AccountTransaction(AccountId account, DSLContext sql, OneTripConnection connection) {
        this.account = account;
        this.sql = sql;
        this.connection = connection;
    }

    /** The account that is set; every statement still names it ({@code account_id = ?}). */
    public AccountId account() {
        return account;
    }

    /** Where statements are made and executed. */
    public DSLContext sql() {
        return sql;
    }

    /** Executes statements that return no rows, in order, in one round trip. */
    public void together(List<? extends Query> queries) {
        if (!queries.isEmpty()) {
            String template = IntStream.range(0, queries.size())
                    .mapToObj(i -> "{" + i + "}")
                    .collect(Collectors.joining("; "));
            sql.query(template, queries.toArray(QueryPart[]::new)).execute();
        }
    }

    /** Executes the last statement and commits in the same round trip; no statement may follow. */
    public <T> T finish(Function<DSLContext, T> last) {
        connection.commitWithNext();
        return last.apply(sql);
    }
}

package dev.puesto.jooq;

import dev.puesto.id.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Results;
import org.jooq.Select;

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
            sql.query(template(queries.size()), queries.toArray(QueryPart[]::new))
                    .execute();
        }
    }

    /**
     * Executes statements that return rows, in order, in one round trip. Each sees what was committed before it ran: what
     * follows a lock sees what its last holder wrote.
     *
     * @return their rows, in the same order, typed as each statement's columns are
     */
    public List<Result<Record>> fetchTogether(List<? extends Select<?>> queries) {
        Results results = sql.fetchMany(template(queries.size()), queries.toArray(QueryPart[]::new));
        return IntStream.range(0, queries.size())
                .mapToObj(i -> typed(results.get(i), Columns.selected(queries.get(i))))
                .toList();
    }

    private Result<Record> typed(Result<Record> rows, Field<?>[] columns) {
        Result<Record> typed = sql.newResult(columns);
        for (Record row : rows) {
            Record copy = sql.newRecord(columns);
            for (int i = 0; i < columns.length; i++) {
                set(copy, columns[i], row, i);
            }
            typed.add(copy);
        }
        return typed;
    }

    private static <T> void set(Record to, Field<T> column, Record from, int index) {
        to.set(column, value(column.getConverter(), from, index));
    }

    private static <U, T> T value(Converter<U, T> converter, Record from, int index) {
        return converter.from(from.get(index, converter.fromType()));
    }

    private static String template(int statements) {
        return IntStream.range(0, statements).mapToObj(i -> "{" + i + "}").collect(Collectors.joining("; "));
    }

    /** Executes statements that return no rows and commits, all in one round trip; no statement may follow. */
    public void finish(List<? extends Query> queries) {
        connection.commitWithNext();
        together(queries);
    }

    /**
     * Executes statements that return no rows, then the last one, and commits, all in one round trip; no statement may
     * follow.
     *
     * @return the rows of the last one
     */
    public Result<Record> finish(List<? extends Query> queries, Select<?> last) {
        connection.commitWithNext();
        List<QueryPart> parts = new ArrayList<>(queries);
        parts.add(last);
        Results results = sql.fetchMany(template(parts.size()), parts.toArray(QueryPart[]::new));
        return typed(results.getLast(), Columns.selected(last));
    }

    /** Executes the last statement and commits in the same round trip; no statement may follow. */
    public <T> T finish(Function<DSLContext, T> last) {
        connection.commitWithNext();
        return last.apply(sql);
    }
}

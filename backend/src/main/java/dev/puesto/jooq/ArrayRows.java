package dev.puesto.jooq;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.InsertOnDuplicateStep;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Rows to be written, as one array per column: the text of the statement is the same whatever the number of rows, so
 * that the server keeps its plan, and a thousand rows are bound as fast as one.
 *
 * @param <R> what makes a row
 */
public final class ArrayRows<R> {

    private static final String ALIAS = "rows";

    private final List<R> rows;
    private final List<Field<?>> columns = new ArrayList<>();
    private final List<Field<?>> values = new ArrayList<>();
    private final List<QueryPart> arrays = new ArrayList<>();
    private final List<String> arrayNames = new ArrayList<>();

    private ArrayRows(List<R> rows) {
        this.rows = rows;
    }

    /** No column yet. */
    public static <R> ArrayRows<R> of(List<R> rows) {
        return new ArrayRows<>(rows);
    }

    /** A column with the same value in every row. */
    public <T> ArrayRows<R> each(Field<T> column, @Nullable T value) {
        columns.add(column);
        values.add(DSL.val(value, column.getDataType()));
        return this;
    }

    /** A column whose value each row brings. */
    public <T> ArrayRows<R> with(Field<T> column, Function<R, ? extends @Nullable T> value) {
        arrays.add(array(column, column.getConverter(), value));
        arrayNames.add(column.getName());
        columns.add(column);
        values.add(DSL.field(DSL.name(ALIAS, column.getName()), column.getDataType()));
        return this;
    }

    /** The insert of all rows; {@code returning} or {@code on conflict} must follow, since row-level security wants it. */
    public InsertOnDuplicateStep<? extends Record> insertInto(Table<? extends Record> table) {
        return DSL.insertInto(table).columns(columns).select(select());
    }

    /** The rows themselves, as a table named {@code rows} for an update's {@code from}. */
    public Table<?> asTable() {
        return DSL.table(DSL.sql(
                "unnest(" + places() + ") as " + ALIAS + "(" + String.join(", ", arrayNames) + ")",
                arrays.toArray(QueryPart[]::new)));
    }

    private Select<?> select() {
        return DSL.select(values).from(asTable());
    }

    private String places() {
        return IntStream.range(0, arrays.size()).mapToObj(i -> "{" + i + "}").collect(Collectors.joining(", "));
    }

    private <D, T> Field<?> array(
            Field<T> column, Converter<D, T> converter, Function<R, ? extends @Nullable T> value) {
        @SuppressWarnings("unchecked")
        D[] array = (D[]) Array.newInstance(converter.fromType(), rows.size());
        for (int i = 0; i < array.length; i++) {
            array[i] = converter.to(value.apply(rows.get(i)));
        }
        DataType<D> type = DSL.val(null, converter.fromType()).getDataType();
        return DSL.val(array, type.array());
    }
}

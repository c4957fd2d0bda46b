package dev.puesto.jooq;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.val;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Iterator;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** Many values in one parameter: the statement's text stays the same whatever their number. */
public final class Columns {

    /** How many values fit into the memory that PostgreSQL gives one hash by default, with room to spare. */
    public static final long HASHED_AT_MOST = 150_000;

    private Columns() {}

    /** A statement's columns as they were selected; {@code fields()} would give those of a derived table. */
    @SuppressWarnings("deprecation")
    static Field<?>[] selected(Select<?> statement) {
        return statement.getSelect().toArray(Field[]::new);
    }

    /** The values of that column as one array parameter. */
    public static <T> Field<T[]> array(Field<T> column, Collection<? extends T> values) {
        @SuppressWarnings("unchecked")
        T[] array = (T[]) Array.newInstance(column.getType(), values.size());
        Iterator<? extends T> next = values.iterator();
        for (int i = 0; i < array.length; i++) {
            array[i] = next.next();
        }
        return val(array, column.getDataType().array());
    }

    /** Whether the column holds one of the array's values: {@code column = any(?)}. */
    public static <T> Condition isAmong(Field<T> column, T[] values) {
        return column.eq(any(val(values, column.getDataType().array())));
    }

    /** Whether the column holds one of the values: {@code column = any(?)}. */
    public static <T> Condition isAmong(Field<T> column, Collection<? extends T> values) {
        return column.eq(any(array(column, values)));
    }

    /**
     * Whether the value is in a set that the statement reads once, hashes, and asks for each of its rows; no row's look-up
     * of its own, whatever the planner believes of their number. For sets of up to {@link #HASHED_AT_MOST} without nulls:
     * a larger one would be searched from its beginning for each row.
     */
    public static <T> Condition isInHashed(Field<T> value, Select<? extends Record1<T>> set) {
        return DSL.condition(DSL.coalesce(DSL.field(value.in(set)), DSL.inline(false)));
    }
}

package dev.puesto.jooq;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.val;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Iterator;
import org.jooq.Condition;
import org.jooq.Field;

/** Many values in one parameter: the statement's text stays the same whatever their number. */
public final class Columns {

    private Columns() {}

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
}

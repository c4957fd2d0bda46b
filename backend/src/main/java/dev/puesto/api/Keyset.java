package dev.puesto.api;

import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import java.util.List;
import org.jooq.Comparator;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;

/**
 * How the statement of a list's page reads: by a column and an id that makes it unique, upwards or downwards. A page that
 * is asked for from the list's end is read the other way round.
 *
 * @param ascending as the statement reads, which is not as the list stands where the page is asked for from its end
 */
public record Keyset<T, I>(Field<T> column, Field<I> id, boolean ascending) {

    /** The keyset of a page of a list that stands in that direction. */
    public static <T, I> Keyset<T, I> of(Field<T> column, Field<I> id, PageRequest page, SortDirection direction) {
        return new Keyset<>(column, id, page.forward() == (direction == SortDirection.ASC));
    }

    /** What to order by. */
    public List<OrderField<?>> order() {
        return ascending ? List.of(column.asc(), id.asc()) : List.of(column.desc(), id.desc());
    }

    /** Whether a row lies behind the place that a cursor names. */
    public Condition behind(T value, I last) {
        return row(column, id)
                .compare(ascending ? Comparator.GREATER : Comparator.LESS, row(val(value, column), val(last, id)));
    }
}

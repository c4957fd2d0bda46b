package dev.puesto.seat;

import static dev.puesto.jooq.Tables.API_CLIENT;
import static dev.puesto.jooq.Tables.PERSON;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import dev.puesto.id.ApiClientId;
import dev.puesto.id.PersonId;
import dev.puesto.jooq.Columns;
import dev.puesto.jooq.SharedDb;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** The names of those who seated users, in one statement whatever their number. */
@Component
class Actors {
    private static final String PEOPLE = "person:";
    private static final String CLIENTS = "api-client:";

    private final SharedDb db;

    Actors(SharedDb db) {
        this.db = db;
    }

    /** The names of who seated each; without those whose seats the product itself gave. */
    Map<Assignment, String> names(List<Assignment> seats) {
        Map<String, String> names =
                namesOf(seats.stream().map(Assignment::assignedBy).distinct().toList());
        return seats.stream()
                .distinct()
                .filter(seat -> names.containsKey(seat.assignedBy()))
                .collect(Collectors.toMap(Function.identity(), seat -> names.get(seat.assignedBy())));
    }

    /** The names of those people and API clients, by what stands with a seat. */
    Map<String, String> namesOf(List<String> actors) {
        return read(ids(actors, PEOPLE, PersonId::new), ids(actors, CLIENTS, ApiClientId::new));
    }

    private Map<String, String> read(List<PersonId> people, List<ApiClientId> clients) {
        if (people.isEmpty() && clients.isEmpty()) {
            return Map.of();
        }
        return db.sql()
                .fetch(select(concat(inline(PEOPLE), PERSON.ID.cast(SQLDataType.VARCHAR)), PERSON.NAME)
                        .from(PERSON)
                        .where(Columns.isAmong(PERSON.ID, people))
                        .unionAll(select(
                                        concat(inline(CLIENTS), API_CLIENT.ID.cast(SQLDataType.VARCHAR)),
                                        API_CLIENT.NAME)
                                .from(API_CLIENT)
                                .where(Columns.isAmong(API_CLIENT.ID, clients))))
                .intoMap(row -> row.value1(), row -> row.value2());
    }

    private static <T> List<T> ids(List<String> actors, String kind, Function<UUID, T> type) {
        return actors.stream()
                .filter(actor -> actor.startsWith(kind))
                .map(actor -> type.apply(UUID.fromString(actor.substring(kind.length()))))
                .toList();
    }
}

package dev.puesto.demo;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static org.jooq.impl.DSL.inline;

import dev.puesto.jooq.JobDb;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.QueryPart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes the many accounts that measurements want, by statements over sets: {@code demo/scale.sql}. A later start with a larger
 * number adds what is missing.
 */
@Component
@DemoData
class ScaleLoader {
    private static final Logger LOG = LoggerFactory.getLogger(ScaleLoader.class);
    private static final String EXTERNAL_ID = "scale-";
    private static final int BATCH = 500;
    private static final int LARGE_ACCOUNT = 0;
    private static final Load SMALL = new Load(60, 3, 50, 50);

    private final List<String> statements = statements();
    private final DemoProperties properties;
    private final JobDb db;
    private final Clock clock;

    ScaleLoader(DemoProperties properties, JobDb db, Clock clock) {
        this.properties = properties;
        this.db = db;
        this.clock = clock;
    }

    /** What each account has. */
    private record Load(int users, int subscriptions, int seats, int assigned) {
        /** One subscription, with a tenth of its seats and users left over. */
        static Load large(int assigned) {
            return new Load(assigned + assigned / 10, 1, assigned + assigned / 10, assigned);
        }
    }

    /** Adds what the settings ask for and is not there. */
    void load() {
        for (int first = 1; first <= properties.scale(); first += BATCH) {
            add(first, Math.min(first + BATCH - 1, properties.scale()), SMALL);
        }
        if (properties.scaleSeats() > 0) {
            add(LARGE_ACCOUNT, LARGE_ACCOUNT, Load.large(properties.scaleSeats()));
        }
    }

    private void add(int first, int last, Load load) {
        int begin = first;
        while (begin <= last && isThere(begin)) {
            begin++;
        }
        if (begin <= last) {
            int missing = begin;
            int added = db.transact(sql -> add(sql, missing, last, load, clock.instant()));
            LOG.info("Added accounts {} to {} for measurements: {} statements", missing, last, added);
        }
    }

    private boolean isThere(int number) {
        return db.sql().fetchExists(ACCOUNT, ACCOUNT.EXTERNAL_ID.eq(EXTERNAL_ID + number));
    }

    private int add(DSLContext sql, int first, int last, Load load, Instant now) {
        QueryPart[] values = {
            inline(first),
            inline(last),
            inline(now.toString()),
            inline(load.users()),
            inline(load.subscriptions()),
            inline(load.seats()),
            inline(load.assigned())
        };
        statements.forEach(statement -> sql.execute(statement, values));
        return statements.size();
    }

    private static List<String> statements() {
        try (InputStream file = Objects.requireNonNull(ScaleLoader.class.getResourceAsStream("/demo/scale.sql"))) {
            String script = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            String code = script.replaceAll("(?m)^--.*$", "");
            List<String> parts =
                    Arrays.stream(code.split(";\\s*\\n")).map(String::strip).toList();
            return parts.stream()
                    .skip(1)
                    .map(part -> parts.getFirst() + "\n" + part)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.puesto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.jooq.JobDb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Runs the product's own statements over the whole database: each row that they return is a violation. */
@Component
public class Invariants {
    private static final Path STATEMENTS = Path.of("..", "db", "invariants.sql");

    private final JobDb db;

    Invariants(JobDb db) {
        this.db = db;
    }

    /** Fails unless every invariant holds, for every account that passes. */
    public void hold(String account) {
        assertThat(violations(account)).isEmpty();
    }

    /** What is violated of that account, one line each. */
    public List<String> violations(String account) {
        return statements()
                .flatMap(statement -> db.sql().fetch(statement).stream())
                .filter(row -> row.get(1) == null || row.get(1).toString().equals(account))
                .map(row -> row.intoList().toString())
                .toList();
    }

    private static Stream<String> statements() {
        try {
            return Stream.of(Files.readString(STATEMENTS).split(";\\s*\\n")).filter(text -> !text.isBlank());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

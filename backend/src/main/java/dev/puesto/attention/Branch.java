package dev.puesto.attention;

import java.util.function.Function;
import org.jooq.Record;
import org.jooq.Select;

/** One reason for attention: what to read, at most a few rows by an index, and what each row says. */
record Branch(Select<? extends Record> statement, Function<Record, AttentionItem> item) {}

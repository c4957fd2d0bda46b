package dev.puesto.db;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Target;

/**
 * Generates the typed tables of package {@code dev.puesto.jooq} from a really migrated PostgreSQL, so that schema and
 * types cannot drift, and writes {@code db/schema.sql} beside the migrations. The backend's build calls it with the folder
 * of the generated sources and the file of the schema.
 */
public final class SchemaCodegen {

    private static final String IDS = "dev.puesto.id.";

    /** Tables whose {@code id} is not typed by their own name, and the names that other tables' columns give it. */
    private static final Map<String, EntityName> ENTITIES = entities();

    private SchemaCodegen() {}

    public static void main(String[] arguments) throws Exception {
        Path sources = Path.of(arguments[0]);
        Path postgresFolder = sources.resolveSibling("postgresql");
        var fingerprint = new SchemaFingerprint(sources.resolve("fingerprint"));
        if (fingerprint.matches()) {
            return;
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.throwaway(postgresFolder)) {
            Migrations.migrate(postgres);
            Files.writeString(Path.of(arguments[1]), SchemaPrinter.print(postgres));
            Folders.delete(sources);
            GenerationTool.generate(configuration(postgres, sources));
        }
        fingerprint.keep();
    }

    private static Configuration configuration(EmbeddedPostgres postgres, Path sources) {
        return new Configuration()
                .withJdbc(new Jdbc()
                        .withUrl(postgres.url())
                        .withUser(DatabaseLogins.OWNER)
                        .withPassword(postgres.logins().owner()))
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withName("org.jooq.meta.postgres.PostgresDatabase")
                                .withInputSchema("public")
                                .withOutputSchemaToDefault(true)
                                .withIncludes(".*")
                                .withExcludes("flyway_schema_history|scheduled_tasks")
                                .withIncludeRoutines(false)
                                .withForcedTypes(forcedTypes()))
                        .withGenerate(new Generate()
                                .withRecords(true)
                                .withPojos(false)
                                .withDaos(false)
                                .withJavadoc(true)
                                .withComments(true)
                                .withImplicitJoinPathsToOne(false)
                                .withImplicitJoinPathsToMany(false)
                                .withImplicitJoinPathsManyToMany(false)
                                .withGlobalObjectReferences(true))
                        .withTarget(
                                new Target().withPackageName("dev.puesto.jooq").withDirectory(sources.toString())));
    }

    private static List<ForcedType> forcedTypes() {
        var types = new ArrayList<ForcedType>();
        ENTITIES.forEach((table, name) -> types.add(typedId(table, name)));
        types.add(new ForcedType()
                .withName("INSTANT")
                .withIncludeTypes("timestamptz|timestamp\\(\\d\\) with time zone|timestamp with time zone"));
        return types;
    }

    private static ForcedType typedId(String table, EntityName name) {
        String type = IDS + name.type();
        return new ForcedType()
                .withUserType(type)
                .withConverter("org.jooq.Converter.ofNullable(java.util.UUID.class, %1$s.class, %1$s::new, %1$s::value)"
                        .formatted(type))
                .withIncludeTypes("uuid")
                .withIgnoreUnused(true)
                .withIncludeExpression("(?:.*\\.)?(?:%s\\.id|\\w+\\.(?:\\w+_)?(?:%s))".formatted(table, name.column()));
    }

    private static Map<String, EntityName> entities() {
        var names = new TreeMap<String, EntityName>();
        for (String noun : List.of(
                "account",
                "person",
                "contact",
                "subscription",
                "charge_line",
                "assignment",
                "cart",
                "cart_line",
                "order_line",
                "document",
                "document_line",
                "ledger_entry",
                "payment_method",
                "payment",
                "tax_id",
                "mail",
                "scheduled_change",
                "api_client",
                "representative",
                "product",
                "plan",
                "price",
                "quote",
                "request",
                "request_line",
                "audit")) {
            names.put(noun, new EntityName(camelCase(noun) + "Id", noun + "_id"));
        }
        names.put("account_user", new EntityName("UserId", "user_id"));
        names.put("document", new EntityName("DocumentId", "(?:document|invoice)_id"));
        names.put("document_line", new EntityName("DocumentLineId", "(?:document_line|corrects_line)_id"));
        names.put("discount", new EntityName("DiscountId", "discount_id"));
        names.put("account_order", new EntityName("OrderId", "order_id"));
        names.put("subscription_period", new EntityName("PeriodId", "period_id"));
        names.put("outbox", new EntityName("EventId", "event_id"));
        return names;
    }

    private static String camelCase(String noun) {
        var name = new StringBuilder();
        for (String word : noun.split("_")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
        return name.toString();
    }

    /** The id record of a table, and the column that refers to it elsewhere. */
    private record EntityName(String type, String column) {}
}

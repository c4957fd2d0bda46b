package dev.puesto.jooq;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jooq.tools.jdbc.DefaultConnection;
import org.slf4j.MDC;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/** Counts the statements sent by way of {@link AccountDb}, each of those sent together too. */
@Component
public class StatementCount implements BeanPostProcessor {
    private static final Set<String> FRAME = Set.of("begin", "select app.set_account(?)", "commit");
    private static final ThreadLocal<Integer> SENT = ThreadLocal.withInitial(() -> 0);
    private static final Map<String, Integer> OF_REQUESTS = new ConcurrentHashMap<>();

    private final ObjectProvider<DataSource> dataSource;

    StatementCount(ObjectProvider<DataSource> dataSource) {
        this.dataSource = dataSource;
    }

    /** How many statements the work sends on this thread. */
    public static int of(Supplier<?> work) {
        int before = SENT.get();
        work.get();
        return SENT.get() - before;
    }

    /** How many statements the request of that id sent, as its answer's {@code X-Request-Id} names it. */
    public static int ofRequest(String id) {
        return OF_REQUESTS.getOrDefault(id, 0);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof AccountDb
                ? new AccountDb(new Counted(dataSource.getObject()), AccountDb.configuration())
                : bean;
    }

    private static void count(String sql) {
        int statements = (int) Arrays.stream(sql.split("; "))
                .filter(statement -> !FRAME.contains(statement))
                .count();
        SENT.set(SENT.get() + statements);
        String request = MDC.get("requestId");
        if (request != null) {
            OF_REQUESTS.merge(request, statements, Integer::sum);
        }
    }

    private static final class Counted extends DelegatingDataSource {
        Counted(DataSource dataSource) {
            super(dataSource);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return new DefaultConnection(super.getConnection()) {
                @Override
                public PreparedStatement prepareStatement(String sql) throws SQLException {
                    count(sql);
                    return super.prepareStatement(sql);
                }
            };
        }
    }
}

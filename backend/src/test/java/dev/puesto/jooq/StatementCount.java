package dev.puesto.jooq;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jooq.Configuration;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.slf4j.MDC;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Counts the statements sent by way of {@link AccountDb}, each of those sent together too. */
@Component
public class StatementCount implements BeanPostProcessor {
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
        return bean instanceof AccountDb ? new AccountDb(dataSource.getObject(), counting()) : bean;
    }

    private static Configuration counting() {
        return AccountDb.configuration().set(new Listener());
    }

    private static final class Listener implements ExecuteListener {
        private static final long serialVersionUID = 1L;

        @Override
        public void executeStart(ExecuteContext context) {
            int statements = context.sql().split("; ").length;
            SENT.set(SENT.get() + statements);
            String request = MDC.get("requestId");
            if (request != null) {
                OF_REQUESTS.merge(request, statements, Integer::sum);
            }
        }
    }
}

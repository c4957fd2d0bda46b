package dev.puesto.jooq;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jooq.Configuration;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Counts the statements that this thread sends by way of {@link AccountDb}; those sent together count as one. */
@Component
public class StatementCount implements BeanPostProcessor {
    private static final ThreadLocal<Integer> SENT = ThreadLocal.withInitial(() -> 0);

    private final ObjectProvider<DataSource> dataSource;

    StatementCount(ObjectProvider<DataSource> dataSource) {
        this.dataSource = dataSource;
    }

    /** How many statements the work sends. */
    public static int of(Supplier<?> work) {
        int before = SENT.get();
        work.get();
        return SENT.get() - before;
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
            SENT.set(SENT.get() + 1);
        }
    }
}

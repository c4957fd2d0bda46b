package dev.puesto.signin;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.puesto.api.PublicAddress;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.jackson.SecurityJacksonModules;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** Sessions of browsers: in the database, so that every instance knows them and they outlast a restart, as JSON. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionConfiguration {
    private static final String TABLE = "console_session";

    /** Spring's statement, but it writes at most once a minute that a session was used. */
    private static final String TOUCH = """
            update console_session s
            set session_id = n.session_id, last_access_time = n.last_access_time,
              max_inactive_interval = n.max_inactive_interval, expiry_time = n.expiry_time, principal_name = n.principal_name
            from (values (?, ?::bigint, ?::integer, ?::bigint, ?::text, ?))
              n (session_id, last_access_time, max_inactive_interval, expiry_time, principal_name, primary_id)
            where s.primary_id = n.primary_id and (s.session_id <> n.session_id or s.last_access_time < n.last_access_time - 60000
              or s.max_inactive_interval <> n.max_inactive_interval or s.principal_name is distinct from n.principal_name)
            """;

    /** Spring's statement, but it does not find what began too long ago. */
    private static final String FIND = """
            select s.primary_id, s.session_id, s.creation_time, s.last_access_time, s.max_inactive_interval,
              a.attribute_name, a.attribute_bytes
            from console_session s left join console_session_attributes a on a.session_primary_id = s.primary_id
            where s.session_id = ? and s.creation_time > extract(epoch from statement_timestamp()) * 1000 - %d
            """;

    @Bean
    JdbcIndexedSessionRepository sessionRepository(DataSource dataSource, SignInSettings settings) {
        JdbcIndexedSessionRepository sessions = new JdbcIndexedSessionRepository(
                new JdbcTemplate(dataSource), TransactionOperations.withoutTransaction());
        sessions.setTableName(TABLE);
        sessions.setGetSessionQuery(FIND.formatted(settings.sessionLifetime().toMillis()));
        sessions.setUpdateSessionQuery(TOUCH);
        sessions.setDefaultMaxInactiveInterval(settings.sessionIdle());
        sessions.setCleanupCron(Scheduled.CRON_DISABLED);
        sessions.setConversionService(asJson());
        return sessions;
    }

    /** The browser's cookie; a page of ours is the same for everybody, so that no link from elsewhere needs it. */
    @Bean
    CookieSerializer sessionCookie(PublicAddress address) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(SignInCookies.name(address, "puesto-session"));
        cookie.setUseSecureCookie(address.isSecure());
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Strict");
        cookie.setCookiePath("/");
        cookie.setUseBase64Encoding(false);
        return cookie;
    }

    @Bean
    RecurringTask<Void> purgeSessions(JdbcIndexedSessionRepository sessions) {
        return Tasks.recurring("purge-sessions", FixedDelay.ofMinutes(10))
                .execute((instance, context) -> sessions.cleanUpExpiredSessions());
    }

    /** Only the kinds of values that Spring Security knows are read back. */
    private static ConversionService asJson() {
        JsonMapper json = JsonMapper.builder()
                .addModules(SecurityJacksonModules.getModules(SessionConfiguration.class.getClassLoader()))
                .build();
        GenericConversionService conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, json::writeValueAsBytes);
        conversion.addConverter(byte[].class, Object.class, bytes -> json.readValue(bytes, Object.class));
        return conversion;
    }
}

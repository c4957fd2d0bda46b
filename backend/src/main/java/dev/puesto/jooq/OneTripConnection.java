package dev.puesto.jooq;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.jooq.tools.jdbc.DefaultConnection;

/**
 * Frames a statement by those that set the account, begin and commit, so that the driver sends all of them in one round
 * trip (it pipelines the parts of one string; measured on this stack: three trips 280 to 370 us, one 135).
 */
final class OneTripConnection extends DefaultConnection {

    /** What is sent around the next statement. */
    enum Frame {
        /** begin, set the account, the statement, commit. */
        WHOLE_TRANSACTION,
        /** set the account, the statement; the driver itself begins. */
        FIRST_OF_SEVERAL,
        /** the statement alone. */
        NONE,
        /** the statement, commit. */
        LAST_OF_SEVERAL,
        /** set the account, the statement, commit; the driver itself begins. */
        ONLY,
        /** refuses any further statement. */
        CLOSED
    }

    private static final String SET_ACCOUNT = "select app.set_account(?); ";

    private final UUID account;
    private Frame next;

    OneTripConnection(Connection delegate, UUID account, Frame first) {
        super(delegate);
        this.account = account;
        this.next = first;
    }

    void commitWithNext() {
        next = next == Frame.FIRST_OF_SEVERAL ? Frame.ONLY : Frame.LAST_OF_SEVERAL;
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        Frame frame = next;
        next = following(frame);
        Connection connection = getDelegate();
        return switch (frame) {
            case WHOLE_TRANSACTION ->
                framed(connection.prepareStatement("begin; " + SET_ACCOUNT + sql + "; commit"), 2);
            case FIRST_OF_SEVERAL -> framed(connection.prepareStatement(SET_ACCOUNT + sql), 1);
            case NONE -> connection.prepareStatement(sql);
            case LAST_OF_SEVERAL -> new FramedStatement(connection.prepareStatement(sql + "; commit"), this, 0, 0);
            case ONLY -> framed(connection.prepareStatement(SET_ACCOUNT + sql + "; commit"), 1);
            case CLOSED -> throw new SQLException("A statement after the one that commits");
        };
    }

    private static Frame following(Frame frame) {
        return switch (frame) {
            case FIRST_OF_SEVERAL, NONE -> Frame.NONE;
            case WHOLE_TRANSACTION, LAST_OF_SEVERAL, ONLY, CLOSED -> Frame.CLOSED;
        };
    }

    private PreparedStatement framed(PreparedStatement statement, int resultsBefore) throws SQLException {
        statement.setObject(1, account);
        return new FramedStatement(statement, this, 1, resultsBefore);
    }
}

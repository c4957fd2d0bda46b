package dev.puesto.jooq;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLType;
import org.jooq.tools.jdbc.DefaultPreparedStatement;

/** A statement inside a frame of others: its parameters count from behind the frame's, its result is found behind theirs. */
final class FramedStatement extends DefaultPreparedStatement {

    private final int parametersBefore;
    private final int resultsBefore;

    FramedStatement(PreparedStatement delegate, Connection connection, int parametersBefore, int resultsBefore) {
        super(delegate, connection);
        this.parametersBefore = parametersBefore;
        this.resultsBefore = resultsBefore;
    }

    @Override
    public boolean execute() throws SQLException {
        PreparedStatement statement = getDelegatePreparedStatement();
        boolean rows = statement.execute();
        for (int i = 0; i < resultsBefore; i++) {
            rows = statement.getMoreResults();
        }
        return rows;
    }

    @Override
    public ResultSet executeQuery() throws SQLException {
        if (!execute()) {
            throw new SQLException("The statement returned no rows where rows were expected");
        }
        return getResultSet();
    }

    @Override
    public int executeUpdate() throws SQLException {
        return execute() ? 0 : getUpdateCount();
    }

    @Override
    public void setNull(int index, int type) throws SQLException {
        getDelegatePreparedStatement().setNull(index + parametersBefore, type);
    }

    @Override
    public void setNull(int index, int type, String typeName) throws SQLException {
        getDelegatePreparedStatement().setNull(index + parametersBefore, type, typeName);
    }

    @Override
    public void setBoolean(int index, boolean value) throws SQLException {
        getDelegatePreparedStatement().setBoolean(index + parametersBefore, value);
    }

    @Override
    public void setShort(int index, short value) throws SQLException {
        getDelegatePreparedStatement().setShort(index + parametersBefore, value);
    }

    @Override
    public void setInt(int index, int value) throws SQLException {
        getDelegatePreparedStatement().setInt(index + parametersBefore, value);
    }

    @Override
    public void setLong(int index, long value) throws SQLException {
        getDelegatePreparedStatement().setLong(index + parametersBefore, value);
    }

    @Override
    public void setBigDecimal(int index, BigDecimal value) throws SQLException {
        getDelegatePreparedStatement().setBigDecimal(index + parametersBefore, value);
    }

    @Override
    public void setString(int index, String value) throws SQLException {
        getDelegatePreparedStatement().setString(index + parametersBefore, value);
    }

    @Override
    public void setBytes(int index, byte[] value) throws SQLException {
        getDelegatePreparedStatement().setBytes(index + parametersBefore, value);
    }

    @Override
    public void setArray(int index, Array value) throws SQLException {
        getDelegatePreparedStatement().setArray(index + parametersBefore, value);
    }

    @Override
    public void setObject(int index, Object value) throws SQLException {
        getDelegatePreparedStatement().setObject(index + parametersBefore, value);
    }

    @Override
    public void setObject(int index, Object value, int type) throws SQLException {
        getDelegatePreparedStatement().setObject(index + parametersBefore, value, type);
    }

    @Override
    public void setObject(int index, Object value, SQLType type) throws SQLException {
        getDelegatePreparedStatement().setObject(index + parametersBefore, value, type);
    }

    @Override
    public void setTimestamp(int index, java.sql.Timestamp value) throws SQLException {
        getDelegatePreparedStatement().setTimestamp(index + parametersBefore, value);
    }

    @Override
    public void setDate(int index, java.sql.Date value) throws SQLException {
        getDelegatePreparedStatement().setDate(index + parametersBefore, value);
    }
}

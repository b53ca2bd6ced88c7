package aurorapg.bootstrap;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;

/** Connections that tell a listener of each statement before it runs, and of the commit. */
final class Spied {

    /** Hears what is about to run; what it throws the function meets in the statement's place. */
    interface Listener {
        void before(String sql) throws Exception;
    }

    private Spied() {}

    static Bootstrap.Connector connector(Bootstrap.Connector real, Listener listener) {
        return (credentials, remaining) -> connection(real.connect(credentials, remaining), listener);
    }

    static Connection connection(Connection real, Listener listener) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            if (method.getName().equals("commit")) {
                listener.before("COMMIT");
            }
            var result = call(real, method, arguments);
            return result instanceof Statement statement ? statement(statement, listener) : result;
        });
    }

    private static Statement statement(Statement real, Listener listener) {
        return proxy(Statement.class, (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                listener.before((String) arguments[0]);
            }
            return call(real, method, arguments);
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Spied.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object real, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}

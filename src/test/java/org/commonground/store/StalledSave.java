package org.commonground.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** A program that replaces a city and stops for ever when it comes to the people, so that it can be killed there. */
final class StalledSave {

  static final String HALF_WAY = "half way";

  private StalledSave() {
  }

  public static void main(String[] arguments) {
    var source = Databases.open(arguments[0].isEmpty() ? null : arguments[0], null, null, Path.of(arguments[1]));
    var stalling = (DataSource) Proxy.newProxyInstance(StalledSave.class.getClassLoader(), new Class<?>[] {DataSource.class},
        (proxy, method, values) -> stalling((Connection) method.invoke(source, values)));
    new JdbcCityStore(stalling).save(CityStoreTest.named(CityStoreTest.MONACO, "killed", "New"), true);
  }

  private static Connection stalling(Connection real) {
    return (Connection) Proxy.newProxyInstance(StalledSave.class.getClassLoader(), new Class<?>[] {Connection.class},
        (proxy, method, values) -> {
          if (method.getName().equals("prepareStatement") && values[0].toString().startsWith("insert into demand")) {
            System.out.println(HALF_WAY);
            while (true) {
              LockSupport.park();
            }
          }
          try {
            return method.invoke(real, values);
          } catch (InvocationTargetException failure) {
            throw failure.getCause();
          }
        });
  }
}

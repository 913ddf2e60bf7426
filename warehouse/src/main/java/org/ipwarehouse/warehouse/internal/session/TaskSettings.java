package org.ipwarehouse.warehouse.internal.session;

import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.SQLExecution;

/** Hands a session's settings to the tasks of work on RDDs; those of a query get them from Spark itself. */
public final class TaskSettings {
    private TaskSettings() {}

    /** Runs work whose tasks go by what the session is set to now: interpreted or compiled, for one. */
    public static <T> T seenBy(SparkSession session, Supplier<T> work) {
        return SQLExecution.withSQLConfPropagated((org.apache.spark.sql.classic.SparkSession) session, work::get);
    }
}

package org.ipwarehouse.benchmarks;

import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.ipwarehouse.warehouse.api.LakeSettings;
import org.ipwarehouse.warehouse.internal.session.Profile;
import org.ipwarehouse.warehouse.internal.session.Sessions;
import org.ipwarehouse.warehouse.internal.table.Lake;

/** Reads the rows that hold, as a build does, twice: the second time is what counts. */
final class CurrentRead {

    private CurrentRead() {}

    static void run(LakeSettings settings) {
        Sessions sessions = new Sessions(new Lake(settings.lake(), settings.restricted()), settings.work());
        SparkSession spark = sessions.open(Profile.LARGE);
        sessions.registerCurrent();
        String query =
                "select count(*), sum(amount_yuan), max(registered_on), count(distinct township) from current.work_item";
        Row first = spark.sql(query).first();
        double before = ProcessFigures.now().cpuSeconds();
        Row second = spark.sql(query).first();
        double after = ProcessFigures.now().cpuSeconds();
        if (!first.equals(second)) {
            throw new IllegalStateException(first + " is not " + second);
        }
        Child.say("rows", second.getLong(0));
        Child.say("query_cpu_s", String.format(Locale.ROOT, "%.2f", after - before));
    }
}

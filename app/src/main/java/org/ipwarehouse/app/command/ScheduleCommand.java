package org.ipwarehouse.app.command;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ipwarehouse.app.AppErrors;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.app.schedule.Schedule;
import org.ipwarehouse.app.wiring.Works;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Keeps the timetable of {@code ipw.yaml}. */
@Command(
        name = "schedule",
        description = {
            "按设置里的日程运行：同一时间只运行一个，错过的补做一次；结果见 ipw status。",
            "Runs flows by the timetable of ipw.yaml: one at a time, a missed one caught up once; see ipw status."
        })
final class ScheduleCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    PlaceOptions place = new PlaceOptions();

    @Option(
            names = "--once",
            description = {"只做现在到期的，然后结束", "run what is due now and end"})
    boolean once;

    ScheduleCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Settings settings = place.settings(desk);
        if (settings.timetable().isEmpty()) {
            throw AppErrors.usage("设置里没有日程（schedule），无事可做。");
        }
        try (Works works = desk.rooms().open(settings, desk.clock().instant())) {
            works.ledger().closeInterrupted(desk.clock().instant());
            Schedule schedule = new Schedule(settings.timetable(), works.ledger(), desk.clock(), desk::note);
            schedule.enrol();
            keep(schedule, settings, works);
            return 0;
        }
    }

    private void keep(Schedule schedule, Settings settings, Works works) {
        Schedule.Worker worker = appointment -> new Flows(desk, settings).keep(works, appointment);
        if (once) {
            desk.print("到期 " + schedule.runDue(worker) + " 项");
            return;
        }
        CountDownLatch stop = new CountDownLatch(1);
        Stopping stopping = Stopping.onSignal(stop::countDown);
        try {
            schedule.keep(worker, duration -> stays(stop, duration));
        } finally {
            stopping.finished();
        }
        desk.note("日程已停止。");
    }

    private static boolean stays(CountDownLatch stop, Duration duration) {
        try {
            return !stop.await(Math.max(1, duration.toMillis()), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
